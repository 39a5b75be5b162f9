// A running machine as the watch over its use sees it.
package dev.wherry.engine.machine;

import java.time.Duration;
import java.util.Optional;

/** Who uses one session of a machine: its containers and clients, and whoever is in the guest. */
record MachineUse(Machine machine, Session session, Stays stays, Launcher launcher) implements IdleWatch.Watched {

    @Override
    public boolean isThere() {
        return machine.session().filter(session::equals).isPresent();
    }

    @Override
    public boolean isInUse() {
        return machine.status().state() != MachineState.RUNNING || isBusy();
    }

    /** Whether something goes on in the guest, or would if it were not paused. */
    boolean isBusy() {
        return !stays.isEmpty() || session.engineUse().isBusy();
    }

    @Override
    public long uses() {
        return stays.ever() + session.engineUse().connections();
    }

    @Override
    public Optional<Duration> patience() {
        return launcher.pauseAfter();
    }

    @Override
    public void pause() throws MachineException, InterruptedException {
        machine.pauseUnlessUsed(this);
    }
}
