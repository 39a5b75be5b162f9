// One forward at work: takes connections on the host and joins each to one into the guest.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.Relay;
import dev.wherry.engine.worker.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts, dials, relays, counts; ends everything it began when it is closed. Each connection has a virtual thread. */
final class Forwarder implements ActiveForward {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final ConnectionListener listener;
    private final Dialer dialer;
    private final Worker accepting;
    private final Set<Connection> connections = new HashSet<>(); // guarded by this, as are the counts
    private long taken;
    private long sentByEnded;
    private long receivedByEnded;
    private boolean closed;

    private Forwarder(ConnectionListener listener, Dialer dialer) {
        this.listener = listener;
        this.dialer = dialer;
        this.accepting = new Worker("accept " + listener, this::acceptAll);
    }

    /** Begins to forward what comes in on {@code listener}, which it owns from now on. */
    static Forwarder start(ConnectionListener listener, Dialer dialer) {
        Forwarder forwarder = new Forwarder(listener, dialer);
        forwarder.accepting.start();
        return forwarder;
    }

    @Override
    public synchronized Traffic traffic() {
        long sent = sentByEnded;
        long received = receivedByEnded;
        for (Connection connection : connections) {
            Relay relay = connection.relay;
            if (relay != null) {
                sent += relay.sent();
                received += relay.received();
            }
        }
        return new Traffic(connections.size(), taken, sent, received);
    }

    /** How many connections there are whose programs are at work. */
    synchronized int atWork() {
        return (int) connections.stream().filter(connection -> !connection.incoming.onlyListens()).count();
    }

    /** Stops listening and ends all connections. When it returns, the address is free again. */
    @Override
    public void close() throws IOException {
        List<Connection> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(connections);
        }
        try {
            listener.close();
        } finally {
            running.forEach(Connection::end);
            // The kernel's socket lives until the thread that waits on it has left.
            accepting.close();
        }
    }

    private void acceptAll() {
        boolean failing = false;
        while (!isClosed()) {
            try {
                new Connection(listener.accept()).start();
                failing = false;
            } catch (IOException e) {
                if (!isClosed() && !failing) {
                    LOG.warn("{} cannot take a connection ({}); trying on", listener, e.toString());
                    failing = true;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // by close()
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean enter(Connection connection) {
        if (closed) {
            return false;
        }
        taken++;
        return connections.add(connection);
    }

    private synchronized void leave(Connection connection) {
        connections.remove(connection);
        Relay relay = connection.relay;
        if (relay != null) {
            sentByEnded += relay.sent();
            receivedByEnded += relay.received();
        }
    }

    /** A connection from a host program and, once it is dialled, its other half. */
    private final class Connection {

        private final Incoming incoming;
        private final Thread thread = Thread.ofVirtual().name("forward " + listener).unstarted(this::run);
        private volatile @Nullable ByteStream far;
        private volatile @Nullable Relay relay;
        private volatile boolean ended;

        Connection(Incoming incoming) {
            this.incoming = incoming;
        }

        void start() {
            if (enter(this)) {
                thread.start();
            } else {
                closeQuietly(incoming.stream());
            }
        }

        private void run() {
            try {
                join(dialer.dial(incoming));
            } catch (IOException e) {
                LOG.debug("{}: {}", listener, e.getMessage());
                incoming.refuse(e);
            } finally {
                closeQuietly(incoming.stream());
                leave(this);
            }
        }

        private void join(ByteStream dialled) {
            Relay joined = new Relay(incoming.stream(), dialled);
            far = dialled;
            relay = joined;
            if (ended) { // while it was being dialled
                closeQuietly(dialled);
            } else {
                joined.run();
            }
        }

        void end() {
            ended = true;
            closeQuietly(incoming.stream());
            ByteStream other = far;
            if (other != null) {
                closeQuietly(other);
            }
            thread.interrupt(); // a dial may be waiting for the guest
        }
    }

    private static void closeQuietly(ByteStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("Closing {}: {}", stream, e.getMessage());
        }
    }
}
