// The connections that use one share.
package dev.wherry.engine.share;

import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is connected to a share. Thread-safe. */
final class ShareUsers {

    private static final Logger LOG = LoggerFactory.getLogger(ShareUsers.class);

    private final Share share;
    private final Runnable left;
    private final Set<Socket> connections = new HashSet<>(); // guarded by itself

    /** @param left called whenever the last connection has ended */
    ShareUsers(Share share, Runnable left) {
        this.share = share;
        this.left = left;
    }

    Share share() {
        return share;
    }

    void enter(Socket connection) {
        synchronized (connections) {
            connections.add(connection);
        }
    }

    /** Does nothing if {@code connection} has not entered. */
    void leave(Socket connection) {
        boolean wasLast;
        synchronized (connections) {
            wasLast = connections.remove(connection) && connections.isEmpty();
        }
        if (wasLast) {
            left.run();
        }
    }

    /** Ends all connections; sshfs will come again. */
    void hangUp() {
        List<Socket> ending;
        synchronized (connections) {
            ending = List.copyOf(connections);
        }
        ending.forEach(ShareUsers::close);
    }

    static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("A connection of a share was lost before it was closed: {}", e.getMessage());
        }
    }
}
