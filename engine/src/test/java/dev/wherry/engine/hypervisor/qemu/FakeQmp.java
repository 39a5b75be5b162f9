// A QMP server for the states that a real QEMU is hard to bring into.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Serves one client on a unix socket, as a script says. */
final class FakeQmp implements AutoCloseable {

    private final Path folder;
    private final ServerSocketChannel listener;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** What the server does with its client; the connection ends when it returns. */
    interface Script {
        void run(Connection qmp) throws IOException;
    }

    FakeQmp(Script script) throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()));
        Thread.ofVirtual().start(() -> serve(script));
    }

    Path socket() {
        return folder.resolve("s");
    }

    private void serve(Script script) {
        try (SocketChannel client = listener.accept();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8))) {
            script.run(new Connection(client, lines));
            done.complete(null);
        } catch (IOException e) {
            done.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            done.orTimeout(10, TimeUnit.SECONDS).join();
        } finally {
            listener.close();
            Files.deleteIfExists(socket());
            Files.delete(folder);
        }
    }

    /** The server's side of a connection. */
    record Connection(SocketChannel client, BufferedReader lines) {

        void send(String line) throws IOException {
            client.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }

        /** Greets, and agrees to the capabilities. */
        void greet() throws IOException {
            send("{\"QMP\": {\"version\": {}, \"capabilities\": []}}");
            reply(receive(), "{}");
        }

        JsonNode receive() throws IOException {
            return new ObjectMapper().readTree(lines.readLine());
        }

        void reply(JsonNode command, String value) throws IOException {
            send("{\"return\": " + value + ", \"id\": " + command.path("id") + "}");
        }

        /** Reads, and drops, whatever comes until the client is gone. */
        void awaitEnd() throws IOException {
            lines.lines().forEach(line -> assertThat(line).isNotEmpty());
        }
    }
}
