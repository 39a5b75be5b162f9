// A machine as its clients see it: it can be started, stopped and asked, from many sides at once.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    private static final int CONSOLE_LINES = 20;

    private final Launcher launcher;
    private final Duration idlePace;
    private final Lifecycle lifecycle;
    /** Held by the operation that goes on, from its beginning to its end. */
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Start start;
    private @Nullable Session session;
    private final Stays stays = new Stays();
    private volatile boolean unused;

    /** A start that goes on, and the thread that does it. */
    private record Start(Thread worker, CompletableFuture<@Nullable Void> done) {
    }

    /** The machine that {@code launcher} brings up. */
    public static Machine of(VmLauncher launcher) {
        return new Machine(launcher);
    }

    Machine(Launcher launcher) {
        this(launcher, IdleWatch.PACE);
    }

    Machine(Launcher launcher, Duration idlePace) {
        this.launcher = launcher;
        this.idlePace = idlePace;
        this.lifecycle = new Lifecycle(Clock.systemUTC(),
                launcher.exists() ? MachineState.STOPPED : MachineState.ABSENT);
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
    public synchronized Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /**
     * Begins to join a VM that an earlier agent has left running; does not wait.
     *
     * @return completes when it has been joined, or has turned out not to be there; at once when none seems to run
     */
    public CompletableFuture<?> joinIfRunning() {
        CompletableFuture<?> joined = launcher.seemsToRun()
                ? beginStart(Overrides.NONE)
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
        await(beginStart(overrides));
        if (status().state() == MachineState.PAUSED) {
            resume();
        }
    }

    private synchronized CompletableFuture<@Nullable Void> beginStart(Overrides overrides) {
        if (start != null) {
            return start.done;
        }
        if (session != null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        start = new Start(Thread.ofVirtual().name("start").unstarted(() -> doStart(overrides, done)), done);
        start.worker.start();
        return done;
    }

    private void doStart(Overrides overrides, CompletableFuture<@Nullable Void> done) {
        turn.lock();
        try {
            Session started = launcher.start(overrides, this::enter, this::awaitRunning);
            synchronized (this) {
                session = started;
                start = null;
            }
            lifecycle.become(MachineState.RUNNING);
            Thread.ofVirtual().name("idle")
                    .start(new IdleWatch(new MachineUse(this, started, stays, launcher), idlePace));
            Thread.ofVirtual().name("vm-exit").start(() -> lost(started, started.onExit().join()));
            done.complete(null);
        } catch (MachineException e) {
            failed(e, done);
        } catch (InterruptedException e) {
            failed(new MachineException("The start was called off by a stop.", "Run \"wherry up\" to start again."),
                    done);
        } catch (RuntimeException | Error e) {
            failed(new MachineException("The start failed on a defect in Wherry: " + e + ".",
                    "Please report it with the agent's log.", e), done);
        } finally {
            turn.unlock();
        }
    }

    private void enter(Stage stage) {
        LOG.info("{}", stage.title());
        lifecycle.enter(stage);
    }

    private void failed(MachineException e, CompletableFuture<@Nullable Void> done) {
        LOG.warn("The start failed", e);
        Stage stage = lifecycle.status().stage();
        List<String> console = e instanceof PrecheckException ? List.of() : launcher.consoleTail(CONSOLE_LINES);
        synchronized (this) {
            start = null;
        }
        lifecycle.fail(new MachineStatus.Failure(stage, e.getMessage(), e.remedy(), console));
        done.completeExceptionally(e);
    }

    // The VM ended while nobody had asked us to end it: the guest shut itself down, or QEMU died.
    private void lost(Session which, VmExit exit) {
        turn.lock();
        try {
            synchronized (this) {
                if (!which.equals(session)) {
                    return;
                }
                session = null;
            }
            LOG.warn("The VM has ended: {}", exit.explanation());
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
        lifecycle.fail(new MachineStatus.Failure(null, message, remedy, launcher.consoleTail(CONSOLE_LINES)));
    }

    /**
     * Stops the machine and returns when it has stopped; at once when it does not run. A start that goes on is called off.
     *
     * @throws MachineException when the VM could not be ended
     */
    public void stop() throws MachineException, InterruptedException {
        callOffStart();
        inTurn(() -> end(Session::stop));
    }

    /** Ends the VM as a power cut would; at once when there is none. */
    public void kill() throws MachineException, InterruptedException {
        callOffStart();
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
        Session stopping;
        synchronized (this) {
            stopping = session;
            session = null;
        }
        if (stopping == null) {
            launcher.stopStray();
            if (lifecycle.status().state() == MachineState.FAILED) {
                lifecycle.become(MachineState.STOPPED);
            }
            return;
        }
        lifecycle.become(MachineState.STOPPING);
        try {
            ending.of(stopping);
            lifecycle.become(MachineState.STOPPED);
        } catch (MachineException e) {
            fail(e.getMessage(), e.remedy());
            throw e;
        }
    }

    private void callOffStart() throws InterruptedException {
        Start calledOff;
        synchronized (this) {
            calledOff = start;
        }
        if (calledOff != null) {
            calledOff.worker.interrupt();
            calledOff.worker.join();
        }
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

    /**
     * Lets a paused machine run on for somebody who works in its guest, and counts him as a user until the stay is closed.
     *
     * @return the stay, also where the machine does not run
     * @throws MachineException when it is paused and cannot run on
     */
    public Stay stay() throws MachineException, InterruptedException {
        Stay stay = stays.begin();
        boolean granted = false;
        try {
            if (status().state() == MachineState.PAUSED) {
                resume();
            }
            granted = true;
            return stay;
        } finally {
            if (!granted) {
                stay.close();
            }
        }
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

    // A docker client has come, and must not notice that the machine was paused.
    private void awaitRunning() throws IOException {
        try {
            if (status().state() == MachineState.PAUSED) {
                LOG.info("A docker client has come: the machine runs on");
                resume();
            }
        } catch (MachineException e) {
            throw new IOException("it is paused, and cannot run on: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for it was interrupted", e);
        }
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

    /** Stops the machine and puts an empty disk in the place of its own; a machine that ran is started again. */
    public void wipe() throws MachineException, InterruptedException {
        callOffStart();
        boolean ran = session().isPresent();
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
        callOffStart();
        inTurn(() -> {
            end(Session::stop);
            launcher.delete();
            if (lifecycle.status().state() != MachineState.ABSENT) {
                lifecycle.become(MachineState.ABSENT);
            }
        });
    }

    private static void await(CompletableFuture<@Nullable Void> done) throws MachineException, InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MachineException cause
                    ? cause
                    : new MachineException("The start failed: " + e.getCause(), "See the agent's log.", e.getCause());
        }
    }

    /** Lets go of the VM, which runs on for the next agent. */
    @Override
    public void close() {
        Session open;
        synchronized (this) {
            open = session;
            session = null;
        }
        if (open != null) {
            open.close();
        }
        lifecycle.close();
    }
}
