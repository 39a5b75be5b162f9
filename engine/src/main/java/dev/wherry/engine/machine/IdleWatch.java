// Notices that nobody uses a running machine.
package dev.wherry.engine.machine;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether a container runs, a docker client is connected or somebody is in the guest, and has the machine paused
 * when none of it was so for as long as the settings say. The settings are those of the moment.
 */
final class IdleWatch implements Runnable {

    /** What is watched. */
    interface Watched {

        /** Whether it is still there; the watch ends when it is not. */
        boolean isThere();

        /** Whether it is in use, or not running. */
        boolean isInUse();

        /** Counts up with each use, also a short one between two looks. */
        long uses();

        /** How long it may be out of use; empty for ever. */
        Optional<Duration> patience();

        /** Pauses it, unless it is in use by now. */
        void pause() throws MachineException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);

    /** Short against the shortest patience; the settings are read this often. */
    static final Duration PACE = Duration.ofSeconds(2);

    private final Watched watched;
    private final Duration pace;

    IdleWatch(Watched watched, Duration pace) {
        this.watched = watched;
        this.pace = pace;
    }

    /** Watches until the watched is gone. */
    @Override
    public void run() {
        try {
            long uses = watched.uses();
            long unusedSince = System.nanoTime();
            while (watched.isThere()) {
                Thread.sleep(pace);
                long now = System.nanoTime();
                if (watched.isInUse() || watched.uses() != uses) {
                    uses = watched.uses();
                    unusedSince = now;
                    continue;
                }
                Duration unused = Duration.ofNanos(now - unusedSince);
                if (watched.patience().filter(patience -> unused.compareTo(patience) >= 0).isPresent()) {
                    unusedSince = now;
                    pause(unused);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Nobody cares any more whether the machine is used");
        }
    }

    private void pause(Duration unused) throws InterruptedException {
        try {
            LOG.info("No container has run and nobody was connected for {} s: pausing the machine", unused.toSeconds());
            watched.pause();
        } catch (MachineException e) {
            LOG.warn("The machine that nobody uses could not be paused: {}", e.getMessage());
        }
    }
}
