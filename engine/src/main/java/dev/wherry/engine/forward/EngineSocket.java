// The socket on the host behind which docker, compose and IDEs find the guest's engine.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.nio.file.Path;

import dev.wherry.engine.guest.Guest;

/**
 * Serves a unix socket on the host; each connection is joined to one of its own to the engine's socket in the guest, so that a
 * lost session costs only the connections that were open. While the guest is out of reach, a connection waits for the guest's
 * deadline and is then answered with HTTP 503 and the reason.
 */
public final class EngineSocket implements AutoCloseable {

    /** Where the engine listens in the guest. */
    public static final String IN_GUEST = "/run/docker.sock";

    private final Path path;
    private final Forwarder forwarder;

    private EngineSocket(Path path, Forwarder forwarder) {
        this.path = path;
        this.forwarder = forwarder;
    }

    /**
     * Begins to serve.
     *
     * @param path of the socket, shorter than 104 bytes; its folder becomes the user's alone. A dead socket there is replaced
     * @throws java.nio.file.FileAlreadyExistsException when a served socket, or any other file, stands there
     * @throws IOException                              when the system refuses the socket
     */
    public static EngineSocket serve(Path path, Guest guest) throws IOException {
        return new EngineSocket(path, Forwarder.start(UnixListener.bind(path), () -> guest.openUnix(IN_GUEST)));
    }

    /** Where it is served. */
    public Path path() {
        return path;
    }

    /** What has gone through it. */
    public Traffic traffic() {
        return forwarder.traffic();
    }

    /** Ends the listener and all connections, and removes the socket file if it is still this one's. */
    @Override
    public void close() throws IOException {
        forwarder.close();
    }
}
