// What becomes of a machine that nobody uses.
package dev.wherry.engine.machine;

import java.time.Duration;
import java.util.Optional;

import dev.wherry.engine.config.IdleSettings;

/** Watches who uses each session of a machine: its containers and docker clients, and whoever is in the guest. */
final class Idleness {

    private final Launcher launcher;
    private final Lifecycle lifecycle;
    private final VmHold hold;
    private final Entrance entrance;
    private final Stays stays;
    private final Duration pace;

    /**
     * Of the machine with these parts.
     *
     * @param stays who is in the guest
     * @param pace  how often to look
     */
    Idleness(Launcher launcher, Lifecycle lifecycle, VmHold hold, Entrance entrance, Stays stays, Duration pace) {
        this.launcher = launcher;
        this.lifecycle = lifecycle;
        this.hold = hold;
        this.entrance = entrance;
        this.stays = stays;
        this.pace = pace;
    }

    /** Watches {@code session} for as long as the machine has it. */
    void watch(Session session) {
        Thread.ofVirtual().name("idle").start(new IdleWatch(new Use(session), pace));
    }

    /** Whether the machine is paused because nobody was using it. */
    boolean hasPaused() {
        return lifecycle.status().state() == MachineState.PAUSED && !hold.isPausedByHand();
    }

    /** Why the machine is paused or stopped, if it is so because nobody was using it. */
    Optional<String> reason() {
        return switch (lifecycle.status().state()) {
            case PAUSED -> hasPaused() ? Optional.of("nobody was using it") : Optional.empty();
            case STOPPED -> entrance.standingByAfter().map(unused -> "nobody was using it for " + words(unused)
                    + "; the next docker client or command starts it");
            default -> Optional.empty();
        };
    }

    private static String words(Duration time) {
        return time.toMinutes() < 2 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }

    /** The use of one session. */
    private final class Use implements IdleWatch.Watched {

        private final Session session;

        Use(Session session) {
            this.session = session;
        }

        @Override
        public boolean isThere() {
            return hold.session().filter(session::equals).isPresent();
        }

        // Whoever has paused it by hand wants to find it paused.
        @Override
        public boolean isInUse() {
            return (lifecycle.status().state() != MachineState.RUNNING && !isPaused()) || isBusy();
        }

        /** Whether something goes on in the guest, or would if it were not held still. */
        private boolean isBusy() {
            return !stays.isEmpty() || session.engineUse().isBusy();
        }

        @Override
        public boolean isPaused() {
            return hasPaused();
        }

        @Override
        public long uses() {
            return stays.ever() + session.engineUse().connections();
        }

        @Override
        public IdleSettings settings() {
            return launcher.idle();
        }

        @Override
        public void pause() throws MachineException, InterruptedException {
            hold.inTurn(() -> {
                if (!isThere() || isInUse()) {
                    return;
                }
                hold.pause(false);
                // Whoever came before the state had changed did not know that it would.
                if (isBusy()) {
                    hold.resume();
                }
            });
        }

        @Override
        public void standBy(Duration unused) throws MachineException, InterruptedException {
            hold.inTurn(() -> {
                if (!isThere() || isInUse()) {
                    return;
                }
                entrance.standBy(unused);
                if (!hold.endUnlessUsed(session, this::isBusy)) {
                    entrance.standByNoLonger();
                }
            });
        }
    }
}
