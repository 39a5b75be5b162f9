// Listens for clients of the agent.
package dev.wherry.engine.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.wherry.engine.stream.SocketStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent's control socket. Each client has a virtual thread of its own, so that a slow one disturbs nobody. */
final class ControlServer implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Path socket;
    private final Calls calls;
    private final Runnable onClientGone;
    private final ServerSocketChannel listener;
    private final Set<ControlSession> sessions = ConcurrentHashMap.newKeySet();

    /**
     * Binds the socket at {@code socket}, whose folder is private to the user. Only the one agent that holds the agent's lock may
     * do so: whatever lies at that path is left over from an agent that is gone.
     *
     * @param onClientGone is called after each client that has left
     */
    ControlServer(Path socket, Calls calls, Runnable onClientGone) throws IOException {
        this.socket = socket;
        this.calls = calls;
        this.onClientGone = onClientGone;
        Files.deleteIfExists(socket);
        this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
    }

    /** Accepts clients until the server is closed. */
    void run() {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                ControlSession session = new ControlSession(new SocketStream(client), calls);
                sessions.add(session);
                Thread.ofVirtual().name("client").start(() -> serve(session));
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.warn("Tried to accept a client but failed", e);
                }
            }
        }
    }

    private void serve(ControlSession session) {
        try {
            session.run();
        } finally {
            sessions.remove(session);
            onClientGone.run();
        }
    }

    /** Whether nobody is connected who wants anything but to look on. */
    boolean isIdle() {
        return sessions.stream().allMatch(ControlSession::isWatching);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(socket);
        sessions.forEach(ControlSession::close);
    }
}
