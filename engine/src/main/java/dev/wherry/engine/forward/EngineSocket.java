// The socket on the host behind which docker, compose and IDEs find the guest's engine.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.wherry.engine.host.PipeName;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.windows.NamedPipe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a unix socket on the host, and on Windows a named pipe beside it; each connection is joined to one of its own to the
 * engine's socket in the guest, so that a lost session costs only the connections that were open. It may be served before there is a
 * guest, and for one after the other. While the guest is out of reach, a connection waits for the guest's deadline and is then answered
 * with HTTP 503 and the reason.
 */
public final class EngineSocket implements AutoCloseable {

    /** Where the engine listens in the guest. */
    public static final String IN_GUEST = "/run/docker.sock";

    private static final Logger LOG = LoggerFactory.getLogger(EngineSocket.class);

    private final Path path;
    private final UnixListener listener;
    private final Forwarder forwarder;
    private final Optional<Forwarder> pipe;

    private EngineSocket(Path path, UnixListener listener, Forwarder forwarder, Optional<Forwarder> pipe) {
        this.path = path;
        this.listener = listener;
        this.forwarder = forwarder;
        this.pipe = pipe;
    }

    /**
     * Begins to serve.
     *
     * @param path of the socket, shorter than 104 bytes; its folder becomes the user's alone. A dead socket there is replaced
     * @param gate is passed by each connection first, and leads to the guest
     * @throws java.nio.file.FileAlreadyExistsException when a served socket, or any other file, stands there
     * @throws IOException                              when the system refuses the socket
     */
    public static EngineSocket serve(Path path, Gate gate) throws IOException {
        Dialer dialer = from -> gate.pass(from).openUnix(IN_GUEST);
        UnixListener listener = UnixListener.bind(path);
        Forwarder forwarder = Forwarder.start(listener, dialer);
        return new EngineSocket(path, listener, forwarder,
                Platform.current().os() == Platform.Os.WINDOWS
                        ? servePipe(PipeName.of(path), dialer)
                        : Optional.empty());
    }

    // docker's clients on Windows know no unix sockets; Wherry's own do, and go on without the pipe.
    private static Optional<Forwarder> servePipe(String name, Dialer dialer) {
        try {
            return Optional.of(Forwarder.start(PipeListener.bind(name, NamedPipe.named(name)), dialer));
        } catch (IOException e) {
            LOG.warn("The engine cannot be reached by the pipe {}, perhaps because another program serves it", name, e);
            return Optional.empty();
        }
    }

    /** Where it is served. */
    public Path path() {
        return path;
    }

    /** Whether clients still find it there: somebody may have removed or replaced its file. */
    public boolean isInPlace() throws IOException {
        return listener.isInPlace();
    }

    /** What has gone through it. */
    public Traffic traffic() {
        return pipe.map(Forwarder::traffic).map(forwarder.traffic()::plus).orElseGet(forwarder::traffic);
    }

    /** How many connections there are, without those that only listen to the engine's events. */
    public int clients() {
        return forwarder.atWork() + pipe.map(Forwarder::atWork).orElse(0);
    }

    /** Ends the listener and all connections, and removes the socket file if it is still this one's. */
    @Override
    public void close() throws IOException {
        try {
            if (pipe.isPresent()) {
                pipe.get().close();
            }
        } finally {
            forwarder.close();
        }
    }
}
