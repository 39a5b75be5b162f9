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
                admit(listener.accept());
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.warn("Tried to accept a client but failed", e);
                }
            }
        }
    }

    private synchronized void admit(SocketChannel client) throws IOException {
        if (!listener.isOpen()) {
            client.close();
            return;
        }
        ControlSession session = new ControlSession(new SocketStream(client), calls);
        sessions.add(session);
        Thread.ofVirtual().name("client").start(() -> serve(session));
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

    /**
     * Takes no more clients if {@link #isIdle}. Whoever comes later finds nobody, so that an agent which is about to leave lets nobody in
     * whom it could not serve.
     *
     * @return whether it takes no more clients
     */
    synchronized boolean endAcceptingIfIdle() {
        if (isIdle()) {
            endAccepting();
        }
        return !listener.isOpen();
    }

    /** Takes no more clients; those that are connected are served on. */
    synchronized void endAccepting() {
        if (!listener.isOpen()) {
            return;
        }
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("Tried to remove {} but failed", socket, e);
        }
    }

    @Override
    public void close() {
        endAccepting();
        sessions.forEach(ControlSession::close);
    }
}
