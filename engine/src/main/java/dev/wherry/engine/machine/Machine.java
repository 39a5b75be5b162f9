// A machine as its clients see it: it can be started, stopped and asked, from many sides at once.
package dev.wherry.engine.machine;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.hypervisor.VmExit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine. At most one operation (start, stop, delete) goes on at a time: a second start joins the first, a stop calls a
 * start off. A caller that gives up waiting does not end the operation.
 */
public final class Machine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final Launcher launcher;
    private final Duration idlePace;
    private final Lifecycle lifecycle;
    /** Held by the operation that goes on, from its beginning to its end. */
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<@Nullable Session> current = new AtomicReference<>();
    private final Visitors visitors = new Visitors(this);
    private final Entrance entrance;
    private final Starts starts;
    private volatile boolean unused;

    /** The machine that {@code launcher} brings up. */
    public static Machine of(VmLauncher launcher) {
        return new Machine(launcher, IdleWatch.PACE);
    }

    Machine(Launcher launcher, Duration idlePace) {
        this.launcher = launcher;
        this.idlePace = idlePace;
        this.lifecycle = new Lifecycle(Clock.systemUTC(),
                launcher.exists() ? MachineState.STOPPED : MachineState.ABSENT);
        this.entrance = new Entrance(launcher.engineSocket(), visitors);
        this.starts = new Starts(launcher, lifecycle, turn, current, entrance, this::watch);
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
        return Optional.ofNullable(current.get());
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
            LOG.info("Somebody has come: the machine runs on");
            resume();
        }
    }

    private void watch(Session started) {
        Thread.ofVirtual().name("idle")
                .start(new IdleWatch(new MachineUse(this, started, visitors.stays(), launcher), idlePace));
        Thread.ofVirtual().name("vm-exit").start(() -> lost(started, started.onExit().join()));
    }

    // The VM ended while nobody had asked us to end it: the guest shut itself down, or QEMU died.
    private void lost(Session which, VmExit exit) {
        turn.lock();
        try {
            if (!current.compareAndSet(which, null)) {
                return;
            }
            LOG.warn("The VM has ended: {}", exit.explanation());
            entrance.close();
            which.close();
            if (exit.orderly()) {
                lifecycle.become(MachineState.STOPPED);
            } else {
                fail("The VM ended unexpectedly: " + exit.explanation(),
                        "Run \"wherry up\" to start it again; what is on its disk is kept.");
            }
        } finally {
            turn.unlock();
        }
    }

    private void fail(String message, String remedy) {
        lifecycle.fail(new MachineStatus.Failure(null, message, remedy, launcher.consoleTail(Launcher.CONSOLE_LINES)));
    }

    /**
     * Stops the machine and returns when it has stopped; at once when it does not run. A start that goes on is called off.
     *
     * @throws MachineException when the VM could not be ended
     */
    public void stop() throws MachineException, InterruptedException {
        callOffStarts();
        inTurn(() -> end(Session::stop));
    }

    /** Ends the VM as a power cut would; at once when there is none. */
    public void kill() throws MachineException, InterruptedException {
        callOffStarts();
        inTurn(() -> end(Session::kill));
    }

    private interface Operation {
        void run() throws MachineException, InterruptedException;
    }

    private void inTurn(Operation operation) throws MachineException, InterruptedException {
        turn.lockInterruptibly();
        try {
            operation.run();
        } finally {
            turn.unlock();
        }
    }

    private interface Ending {
        void of(Session session) throws MachineException, InterruptedException;
    }

    private void end(Ending ending) throws MachineException, InterruptedException {
        entrance.close();
        Session stopping = current.getAndSet(null);
        if (stopping == null) {
            launcher.stopStray();
            if (lifecycle.status().state() == MachineState.FAILED) {
                lifecycle.become(MachineState.STOPPED);
            }
            return;
        }
        shutDown(stopping, ending);
    }

    private void shutDown(Session stopping, Ending ending) throws MachineException, InterruptedException {
        lifecycle.become(MachineState.STOPPING);
        try {
            ending.of(stopping);
            lifecycle.become(MachineState.STOPPED);
        } catch (MachineException e) {
            fail(e.getMessage(), e.remedy());
            throw e;
        }
    }

    private void callOffStarts() throws InterruptedException {
        entrance.standByNoLonger();
        starts.callOff();
    }

    /** Makes the machine without starting it; nothing happens when it exists. */
    public void create() throws MachineException, InterruptedException {
        inTurn(() -> {
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
        inTurn(() -> {
            Session running = running();
            if (lifecycle.status().state() != MachineState.PAUSED) {
                unused = false;
                running.pause();
                lifecycle.become(MachineState.PAUSED);
            }
        });
    }

    /** Whether it is paused because nobody was using it. */
    public boolean isPausedForWantOfUse() {
        return unused && status().state() == MachineState.PAUSED;
    }

    /** Whether it is stopped, or failed to start again, with its engine socket open for the next who comes. */
    public boolean isStandingBy() {
        return status().state() != MachineState.STARTING && entrance.standingByAfter().isPresent();
    }

    /** Why it is paused or stopped though nobody asked for that; empty otherwise. */
    public Optional<String> reason() {
        return switch (status().state()) {
            case PAUSED -> unused ? Optional.of("nobody was using it") : Optional.empty();
            case STOPPED -> entrance.standingByAfter().map(after -> "nobody was using it for " + words(after)
                    + "; the next docker client or command starts it");
            default -> Optional.empty();
        };
    }

    private static String words(Duration time) {
        return time.toMinutes() < 2 ? time.toSeconds() + " s" : time.toMinutes() + " min";
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

    /** Pauses the session of {@code use}, unless it is in use by now, or gone. */
    void pauseUnlessUsed(MachineUse use) throws MachineException, InterruptedException {
        inTurn(() -> {
            if (!use.isThere() || use.isInUse()) {
                return;
            }
            unused = true;
            use.session().pause();
            lifecycle.become(MachineState.PAUSED);
            // Whoever came before the state had changed did not know that it would.
            if (use.isBusy()) {
                use.session().resume();
                lifecycle.become(MachineState.RUNNING);
            }
        });
    }

    /** Stops the session of {@code use} until somebody comes, unless it is in use by now, or gone. */
    void standByUnlessUsed(MachineUse use, Duration time) throws MachineException, InterruptedException {
        inTurn(() -> {
            if (!use.isThere() || use.isInUse()) {
                return;
            }
            // Whoever comes from here on waits for our turn to end.
            entrance.standBy(time);
            current.set(null);
            if (use.isBusy()) {
                current.set(use.session());
                entrance.standByNoLonger();
                return;
            }
            shutDown(use.session(), Session::stop);
        });
    }

    /**
     * Lets a paused VM run on; at once when it runs.
     *
     * @throws PrecheckException when there is none
     */
    public void resume() throws MachineException, InterruptedException {
        inTurn(() -> {
            Session paused = running();
            if (lifecycle.status().state() == MachineState.PAUSED) {
                paused.resume();
                lifecycle.become(MachineState.RUNNING);
                visitors.stays().begin().close(); // it is wanted, though nobody may be there yet
            }
        });
    }

    private Session running() throws PrecheckException {
        return session().orElseThrow(
                () -> new PrecheckException("The machine is not running.", "Start it with \"wherry up\"."));
    }

    /** Lets the data disk of the running machine grow to {@code size}. */
    public void growDisk(DataSize size) throws MachineException, InterruptedException {
        inTurn(() -> running().growDisk(size));
    }

    /**
     * Shares the folders that the configuration names now; at once when the machine does not run.
     *
     * @throws PrecheckException when the configuration cannot be read
     */
    public void share() throws MachineException, InterruptedException {
        inTurn(() -> {
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
        inTurn(() -> {
            Optional<Session> running = session();
            if (running.isPresent()) {
                running.get().publish(launcher.ports());
            }
        });
    }

    /** Ends the VM as a power cut would, and starts the machine anew. */
    public void reset() throws MachineException, InterruptedException {
        inTurn(() -> {
            running();
            end(Session::kill);
        });
        start();
    }

    /** Stops the machine and puts an empty disk in the place of its own; a machine that ran, or stood by, is started again. */
    public void wipe() throws MachineException, InterruptedException {
        boolean ran = session().isPresent() || isStandingBy();
        callOffStarts();
        inTurn(() -> {
            end(Session::stop);
            launcher.wipe();
        });
        if (ran) {
            start();
        }
    }

    /** Stops the machine and deletes its disk, keys and record. */
    public void delete() throws MachineException, InterruptedException {
        callOffStarts();
        inTurn(() -> {
            end(Session::stop);
            launcher.delete();
            if (lifecycle.status().state() != MachineState.ABSENT) {
                lifecycle.become(MachineState.ABSENT);
            }
        });
    }

    /** Lets go of the VM, which runs on for the next agent. */
    @Override
    public void close() {
        entrance.close();
        Session open = current.getAndSet(null);
        if (open != null) {
            open.close();
        }
        lifecycle.close();
    }
}
