// A machine as its clients see it: it can be started, stopped and asked, from many sides at once.
package dev.wherry.engine.machine;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.Overrides;

/**
 * One machine. At most one operation (start, stop, delete) goes on at a time: a second start joins the first, a stop calls a
 * start off. A caller that gives up waiting does not end the operation.
 */
public final class Machine implements AutoCloseable {

    private final Launcher launcher;
    private final Lifecycle lifecycle;
    private final Visitors visitors;
    private final Entrance entrance;
    private final VmHold hold;
    private final Idleness idleness;
    private final Starts starts;

    /** The machine that {@code launcher} brings up. */
    public static Machine of(VmLauncher launcher) {
        return new Machine(launcher, IdleWatch.PACE);
    }

    Machine(Launcher launcher, Duration idlePace) {
        this.launcher = launcher;
        this.lifecycle = new Lifecycle(Clock.systemUTC(),
                launcher.exists() ? MachineState.STOPPED : MachineState.ABSENT);
        this.visitors = new Visitors(this, launcher.wherry());
        this.entrance = new Entrance(launcher.engineSocket(), visitors);
        this.hold = new VmHold(launcher, lifecycle, entrance);
        this.idleness = new Idleness(launcher, lifecycle, hold, entrance, visitors.stays(), idlePace);
        this.starts = new Starts(launcher, lifecycle, hold, entrance, idleness::watch);
    }

    /** What the machine is doing now. */
    public MachineStatus status() {
        return lifecycle.status();
    }

    /** Calls {@code listener} at every change of the status, in order, outside every lock. */
    public void addListener(Consumer<MachineStatus> listener) {
        lifecycle.addListener(listener);
    }

    /** Ends {@link #addListener}. */
    public void removeListener(Consumer<MachineStatus> listener) {
        lifecycle.removeListener(listener);
    }

    /** The running machine's parts; empty when it does not run. */
    public Optional<Session> session() {
        return hold.session();
    }

    /**
     * Begins to join a VM that an earlier agent has left running; does not wait.
     *
     * @return completes when it has been joined, or has turned out not to be there; at once when none seems to run
     */
    public CompletableFuture<?> joinIfRunning() {
        CompletableFuture<?> joined = launcher.seemsToRun()
                ? starts.begin(Overrides.NONE)
                : CompletableFuture.completedFuture(null);
        return joined.exceptionally(failure -> null);
    }

    /**
     * Starts the machine and returns when it runs; at once when it does already. A paused one runs on.
     *
     * @throws MachineException when the start failed, with its cause
     */
    public void start() throws MachineException, InterruptedException {
        start(Overrides.NONE);
    }

    /**
     * The same, with settings that go before the file's for this one start; of no effect when it runs already.
     *
     * @throws MachineException when the start failed, with its cause
     */
    public void start(Overrides overrides) throws MachineException, InterruptedException {
        Starts.await(starts.begin(overrides));
        if (status().state() == MachineState.PAUSED) {
            resume();
        }
    }

    /** Lets a machine that is paused or stands by run, for somebody who has come; nothing happens in other states. */
    void admit() throws MachineException, InterruptedException {
        Starts.await(starts.beginForVisitor());
        if (status().state() == MachineState.PAUSED) {
            resume();
        }
    }

    /**
     * Stops the machine and returns when it has stopped; at once when it does not run. A start that goes on is called off.
     *
     * @throws MachineException when the VM could not be ended
     */
    public void stop() throws MachineException, InterruptedException {
        callOffStarts();
        hold.end(Session::stop);
    }

    /** Ends the VM as a power cut would; at once when there is none. */
    public void kill() throws MachineException, InterruptedException {
        callOffStarts();
        hold.end(Session::kill);
    }

    private void callOffStarts() throws InterruptedException {
        entrance.standByNoLonger();
        starts.callOff();
    }

    /** Makes the machine without starting it; nothing happens when it exists. */
    public void create() throws MachineException, InterruptedException {
        hold.inTurn(() -> {
            if (lifecycle.status().state() == MachineState.ABSENT) {
                launcher.create();
                lifecycle.become(MachineState.STOPPED);
            }
        });
    }

    /**
     * Holds the VM still, with everything in its memory; at once when it is held already.
     *
     * @throws PrecheckException when it does not run
     */
    public void pause() throws MachineException, InterruptedException {
        hold.pause(true);
    }

    /** Whether it is stopped, or failed to start again, with its engine socket open for the next who comes. */
    public boolean isStandingBy() {
        return status().state() != MachineState.STARTING && entrance.standingByAfter().isPresent();
    }

    /** Why it is paused or stopped though nobody asked for that; empty otherwise. */
    public Optional<String> reason() {
        return idleness.reason();
    }

    /**
     * Lets a machine that is paused or stands by run for somebody who works in its guest, and counts him as a user until the stay is
     * closed.
     *
     * @return the stay, also where the machine does not run
     * @throws MachineException when it cannot run on, or be started
     */
    public Stay stay() throws MachineException, InterruptedException {
        return visitors.stay();
    }

    /**
     * Lets a paused VM run on; at once when it runs.
     *
     * @throws PrecheckException when there is none
     */
    public void resume() throws MachineException, InterruptedException {
        hold.resume();
    }

    /** Lets the data disk of the running machine grow to {@code size}. */
    public void growDisk(DataSize size) throws MachineException, InterruptedException {
        hold.inTurn(() -> hold.running().growDisk(size));
    }

    /**
     * Shares the folders that the configuration names now; at once when the machine does not run.
     *
     * @throws PrecheckException when the configuration cannot be read
     */
    public void share() throws MachineException, InterruptedException {
        hold.inTurn(() -> {
            Optional<Session> running = session();
            if (running.isPresent()) {
                running.get().share(launcher.shares());
            }
        });
    }

    /**
     * Publishes ports as the configuration says now; nothing happens when the machine does not run.
     *
     * @throws PrecheckException when the configuration cannot be read
     */
    public void publish() throws MachineException, InterruptedException {
        hold.inTurn(() -> {
            Optional<Session> running = session();
            if (running.isPresent()) {
                running.get().publish(launcher.ports());
            }
        });
    }

    /** Ends the VM as a power cut would, and starts the machine anew. */
    public void reset() throws MachineException, InterruptedException {
        hold.inTurn(() -> {
            hold.running();
            hold.end(Session::kill);
        });
        start();
    }

    /** Stops the machine and puts an empty disk in the place of its own; a machine that ran, or stood by, is started again. */
    public void wipe() throws MachineException, InterruptedException {
        boolean ran = session().isPresent() || isStandingBy();
        callOffStarts();
        hold.inTurn(() -> {
            hold.end(Session::stop);
            launcher.wipe();
        });
        if (ran) {
            start();
        }
    }

    /** Stops the machine and deletes its disk, keys and record. */
    public void delete() throws MachineException, InterruptedException {
        callOffStarts();
        hold.inTurn(() -> {
            hold.end(Session::stop);
            launcher.delete();
            if (lifecycle.status().state() != MachineState.ABSENT) {
                lifecycle.become(MachineState.ABSENT);
            }
        });
    }

    /** Lets go of the VM, which runs on for the next agent. */
    @Override
    public void close() {
        hold.letGo();
        lifecycle.close();
    }
}
