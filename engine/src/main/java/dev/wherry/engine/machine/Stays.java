// Who works in the guest without going through the engine socket.
package dev.wherry.engine.machine;

import java.util.concurrent.atomic.AtomicBoolean;

/** Counts shells and commands in the guest, so that no machine is paused under them. */
final class Stays {

    private int present; // guarded by this, as is the other
    private long ever;

    /** Counts one more, until it is closed. */
    synchronized Stay begin() {
        present++;
        ever++;
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                end();
            }
        };
    }

    private synchronized void end() {
        present--;
    }

    synchronized boolean isEmpty() {
        return present == 0;
    }

    /** How many there have been. */
    synchronized long ever() {
        return ever;
    }
}
