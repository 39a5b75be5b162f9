// A deadline for streams that know none: when it passes, the stream is closed and its blocked reader returns.
package dev.wherry.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Closes a stream when its limit passes before {@link #close}. Costs one parked virtual thread. */
final class Watchdog implements AutoCloseable {

    private enum State {
        WATCHING,
        FIRED,
        DISMISSED
    }

    private final Closeable guarded;
    private final Duration limit;
    private final Thread thread;
    private State state = State.WATCHING;
    private volatile long started = System.nanoTime();

    Watchdog(Closeable guarded, Duration limit) {
        this.guarded = guarded;
        this.limit = limit;
        this.thread = Thread.ofVirtual().name("engine-watchdog").start(this::watch);
    }

    /** The limit counts from now on; for transfers that may take as long as they move. */
    void restart() {
        started = System.nanoTime();
    }

    /** Whether the limit has passed. */
    synchronized boolean fired() {
        return state == State.FIRED;
    }

    /** What to tell the caller about {@code failure}: the deadline, when that is what caused it. */
    IOException explain(String what, IOException failure) {
        if (!fired()) {
            return failure;
        }
        SocketTimeoutException timeout = new SocketTimeoutException(
                "The engine did not answer " + what + " within " + limit.toMillis() + " ms");
        timeout.initCause(failure);
        return timeout;
    }

    /** Ends the watch; the stream stays as it is. */
    @Override
    public void close() {
        if (settle(State.DISMISSED)) {
            thread.interrupt();
        }
    }

    private void watch() {
        try {
            for (long left = left(); left > 0; left = left()) {
                Thread.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            return; // dismissed
        }
        if (settle(State.FIRED)) {
            try {
                guarded.close();
            } catch (IOException e) {
                // Closed all the same; the reader that it wakes reports the deadline.
            }
        }
    }

    private long left() {
        return limit.toNanos() - (System.nanoTime() - started);
    }

    private synchronized boolean settle(State end) {
        boolean first = state == State.WATCHING;
        if (first) {
            state = end;
        }
        return first;
    }
}
