// The container that shows that everything works.
package dev.wherry.app.window.welcome;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.docker.RunRequest;
import dev.wherry.engine.doctor.GuestShell;

/** Runs an image that came with the guest, so that nothing has to be fetched, and waits for its page. */
final class HelloContainer {

    private static final String IMAGE = "wherry/hello";
    private static final String NAME = "hello";
    private static final String LOAD = "docker load -qi /usr/share/wherry/hello.tar";
    private static final int PORT = 80;
    private static final int FIRST_PORT = 8080;
    private static final int LAST_PORT = 8179;
    private static final Duration LOADING = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PACE = Duration.ofMillis(300);
    private static final int ANSWER_MILLIS = 2000;
    private static final int NOT_FOUND = 404;

    private final EngineClient engine;
    private final AgentLauncher launcher;

    HelloContainer(EngineClient engine, AgentLauncher launcher) {
        this.engine = engine;
        this.launcher = launcher;
    }

    /**
     * Runs it, in the place of one that is there from before.
     *
     * @return the address of its page, which answers
     */
    String run() throws Exception {
        if (!isLoaded()) {
            new GuestShell(launcher).run(LOAD, LOADING);
        }
        Containers containers = new Containers(engine);
        for (ContainerSummary old : containers.list(true)) {
            if (old.name().equals(NAME) && old.image().equals(IMAGE)) {
                containers.remove(old.id(), true, true);
            }
        }
        int port = freePort();
        containers.run(new RunRequest(IMAGE, NAME, List.of(new RunRequest.Port(port, PORT, "tcp")), Map.of(), List.of(),
                List.of(), "no", false));
        String address = "http://localhost:" + port + "/";
        await(address);
        return address;
    }

    private boolean isLoaded() throws IOException {
        try {
            new Images(engine).inspect(IMAGE);
            return true;
        } catch (EngineException e) {
            if (e.status() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static int freePort() throws IOException {
        return IntStream.rangeClosed(FIRST_PORT, LAST_PORT).filter(HelloContainer::isFree).findFirst()
                .orElseThrow(() -> new IOException(
                        "Other programs use all ports from " + FIRST_PORT + " to " + LAST_PORT + "."));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(String address) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                get(address);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new IOException("The container runs, but " + address + " does not answer within "
                            + PATIENCE.toSeconds() + " seconds: " + e.getMessage(), e);
                }
                Thread.sleep(PACE);
            }
        }
    }

    private static void get(String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(ANSWER_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        try {
            connection.getInputStream().readAllBytes();
        } finally {
            connection.disconnect();
        }
    }
}
