// A running machine as the watch over its use sees it.
package dev.wherry.engine.machine;

import java.time.Duration;

import dev.wherry.engine.config.IdleSettings;

/** Who uses one session of a machine: its containers and clients, and whoever is in the guest. */
record MachineUse(Machine machine, Session session, Stays stays, Launcher launcher) implements IdleWatch.Watched {

    @Override
    public boolean isThere() {
        return machine.session().filter(session::equals).isPresent();
    }

    // Whoever has paused it by hand wants to find it paused.
    @Override
    public boolean isInUse() {
        return (machine.status().state() != MachineState.RUNNING && !isPaused()) || isBusy();
    }

    @Override
    public boolean isPaused() {
        return machine.isPausedForWantOfUse();
    }

    /** Whether something goes on in the guest, or would if it were not held still. */
    boolean isBusy() {
        return !stays.isEmpty() || session.engineUse().isBusy();
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
        machine.pauseUnlessUsed(this);
    }

    @Override
    public void standBy(Duration unused) throws MachineException, InterruptedException {
        machine.standByUnlessUsed(this, unused);
    }
}
