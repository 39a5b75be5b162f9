// Notices that nobody uses a running machine.
package dev.wherry.engine.machine;

import java.time.Duration;
import java.util.Optional;

import dev.wherry.engine.config.IdleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether a container runs, a docker client is connected or somebody is in the guest, and has the machine paused,
 * or stopped until somebody comes, when none of it was so for as long as the settings say. The settings are those of the moment.
 */
final class IdleWatch implements Runnable {

    /** What is watched. */
    interface Watched {

        /** Whether it is still there; the watch ends when it is not. */
        boolean isThere();

        /** Whether it is in use, or does not run for another reason than that it was not. */
        boolean isInUse();

        /** Counts up with each use, also a short one between two looks. */
        long uses();

        /** What happens after which time out of use. */
        IdleSettings settings();

        /** Whether it was paused by this watch. */
        boolean isPaused();

        /** Pauses it, unless it is in use by now. */
        void pause() throws MachineException, InterruptedException;

        /** Stops it until somebody comes, unless it is in use by now; it was out of use for {@code unused}. */
        void standBy(Duration unused) throws MachineException, InterruptedException;
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
            boolean paused = false;
            while (watched.isThere()) {
                Thread.sleep(pace);
                long now = System.nanoTime();
                boolean letRunOn = paused && !watched.isPaused();
                if (watched.isInUse() || watched.uses() != uses || letRunOn) {
                    uses = watched.uses();
                    unusedSince = now;
                } else if (!act(Duration.ofNanos(now - unusedSince))) {
                    unusedSince = now;
                }
                paused = watched.isPaused();
            }
        } catch (InterruptedException e) {
            LOG.debug("Nobody cares any more whether the machine is used");
        }
    }

    // False after what did not work: it is tried again, but not at every look.
    private boolean act(Duration unused) throws InterruptedException {
        IdleSettings settings = watched.settings();
        try {
            if (isOver(settings.stopAfter(), unused)) {
                LOG.info("{}: stopping the machine until somebody comes", words(unused));
                watched.standBy(unused);
            } else if (isOver(settings.pauseAfter(), unused) && !watched.isPaused()) {
                LOG.info("{}: pausing the machine", words(unused));
                watched.pause();
            }
            return true;
        } catch (MachineException e) {
            LOG.warn("The machine that nobody uses could not be paused or stopped: {}", e.getMessage());
            return false;
        }
    }

    private static boolean isOver(Optional<Duration> patience, Duration unused) {
        return patience.filter(end -> unused.compareTo(end) >= 0).isPresent();
    }

    private static String words(Duration unused) {
        return "No container has run and nobody was connected for " + unused.toSeconds() + " s";
    }
}
