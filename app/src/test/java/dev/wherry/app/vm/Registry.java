// A registry of a test's own.
package dev.wherry.app.vm;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.wherry.engine.trust.TestAuthority;

/** The program of Debian's package docker-registry, behind TLS, on a loopback port. */
final class Registry implements AutoCloseable {

    private final Process process;
    private final int port;

    /** With the certificate that {@code authority} has issued; keeps its data in {@code folder}. */
    Registry(TestAuthority authority, Path folder) throws IOException {
        port = freePort();
        Path config = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                log: {level: warn}
                storage: {filesystem: {rootdirectory: "%s"}}
                http:
                  addr: 127.0.0.1:%d
                  tls: {certificate: "%s", key: "%s"}
                """.formatted(folder.resolve("registry"), port, authority.file("server.pem"),
                authority.file("server.key")));
        Path log = folder.resolve("registry.log");
        process = new ProcessBuilder(List.of("docker-registry", "serve", config.toString())).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        await("the registry").atMost(Duration.ofSeconds(30)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(log));
            }
            return answers();
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
