// Keeps one SSH session to the guest open.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session that is current, and the thread that gets a new one when it is lost. The states are: not yet connected,
 * connected, reconnecting, refused (the keys do not match), closed.
 */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Dialer dialer;
    private final List<GuestListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable ClientSession session;
    private @Nullable IOException lastFailure;
    private @Nullable Thread reconnecting;
    private boolean refused;
    private boolean held;
    private boolean closed;

    Connection(Dialer dialer) {
        this.dialer = dialer;
    }

    void addListener(GuestListener listener) {
        listeners.add(listener);
    }

    void removeListener(GuestListener listener) {
        listeners.remove(listener);
    }

    boolean isUp() {
        lock.lock();
        try {
            return session != null;
        } finally {
            lock.unlock();
        }
    }

    /** Makes the first contact; see {@link SshGuest#connect}. */
    void connect(Duration deadline) throws IOException, InterruptedException {
        use(FirstContact.make(dialer, deadline, this::requireOpen));
    }

    /**
     * The current session; waits for one while the connection is being made again.
     *
     * @throws GuestIdentityException    when the guest's keys do not match any more
     * @throws GuestUnreachableException when the deadline passes, or the connection is closed
     */
    ClientSession await(Duration deadline) throws IOException {
        long nanos = deadline.toNanos();
        lock.lock();
        try {
            while (true) {
                ClientSession current = session;
                if (current != null && current.isOpen()) {
                    return current;
                }
                requireOpen();
                if (refused && lastFailure != null) {
                    throw lastFailure;
                }
                if (nanos <= 0) {
                    throw new GuestUnreachableException("Tried to use the guest but failed because it is out of reach: "
                            + (lastFailure == null ? "not yet connected" : lastFailure.getMessage()), lastFailure);
                }
                long left = nanos;
                nanos = Interruption.guard(() -> changed.awaitNanos(left));
            }
        } finally {
            lock.unlock();
        }
    }

    /** See {@link SshGuest#hold}. */
    void hold(boolean still) {
        dialer.hold(still);
        lock.lock();
        try {
            held = still;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** See {@link SshGuest#renew}. */
    void renew() {
        ClientSession dead;
        lock.lock();
        try {
            dead = session;
        } finally {
            lock.unlock();
        }
        if (dead != null) {
            dead.close(true);
        }
    }

    /** Ends the session, with everything on it, and stops trying for a new one. */
    @Override
    public void close() {
        Thread toStop;
        lock.lock();
        try {
            closed = true;
            session = null;
            toStop = reconnecting;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (toStop != null) {
            toStop.interrupt();
        }
        dialer.close();
    }

    private void use(ClientSession fresh) throws IOException {
        lock.lock();
        try {
            if (!closed) {
                session = fresh;
                lastFailure = null;
                refused = false;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        requireOpen();
        tell(GuestListener::onConnected);
        fresh.addCloseFutureListener(closing -> lost(fresh));
    }

    // Runs on a thread of the SSH library, which must not be kept.
    private void lost(ClientSession gone) {
        lock.lock();
        try {
            if (closed || !gone.equals(session)) {
                return;
            }
            session = null;
            lastFailure = new IOException("the connection was lost");
            reconnecting = Thread.ofVirtual().name("guest-reconnect").start(this::reconnect);
        } finally {
            lock.unlock();
        }
    }

    private void reconnect() {
        LOG.warn("The connection to the guest is lost; connecting again");
        tell(GuestListener::onDisconnected);
        Duration pause = SHORTEST_PAUSE;
        try {
            while (true) {
                awaitRelease();
                try {
                    use(dialer.dial(FirstContact.LAST_LIMIT));
                    LOG.info("The connection to the guest is back");
                    return;
                } catch (GuestIdentityException e) {
                    LOG.error("The connection to the guest stays lost", e);
                    note(e, true);
                    tell(listener -> listener.onRefused(e));
                    return;
                } catch (IOException e) {
                    requireOpen();
                    LOG.debug("The guest does not answer yet", e);
                    note(e, false);
                }
                Thread.sleep(pause);
                pause = FirstContact.least(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        } catch (GuestUnreachableException | InterruptedException e) {
            LOG.debug("The connection to the guest has been closed", e);
        }
    }

    private void awaitRelease() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (held) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void note(IOException failure, boolean forGood) {
        lock.lock();
        try {
            lastFailure = failure;
            refused = forGood;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() throws GuestUnreachableException {
        lock.lock();
        try {
            if (closed) {
                throw new GuestUnreachableException(
                        "Tried to use the guest but failed because the connection has been closed", null);
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell(Consumer<GuestListener> news) {
        for (GuestListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener of the guest's connection failed", e);
            }
        }
    }
}
