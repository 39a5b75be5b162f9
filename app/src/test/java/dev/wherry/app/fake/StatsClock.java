// When the next figures of the fake engine are due.
package dev.wherry.app.fake;

import java.time.Duration;

/** Beats once a second, or whenever a test says so. */
final class StatsClock {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** How long nobody looks whether a beat is due, in milliseconds. */
    private static final long PATIENCE = 50;

    private long beats = 3600;
    private boolean byHand;

    /** Stops beating by itself. */
    synchronized void byHand() {
        byHand = true;
        notifyAll();
    }

    /** Beats once. */
    synchronized void tick() {
        beats++;
        notifyAll();
    }

    synchronized long beats() {
        return beats;
    }

    /** Waits for the beat after {@code last}, and returns its number. */
    synchronized long awaitAfter(long last) throws InterruptedException {
        long due = System.nanoTime() + SECOND.toNanos();
        while (byHand ? beats <= last : System.nanoTime() < due) {
            wait(PATIENCE);
        }
        return byHand ? beats : last + 1;
    }
}
