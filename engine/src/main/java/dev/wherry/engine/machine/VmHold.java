// Who holds a machine's VM, does one thing to it at a time, and lets it go.
package dev.wherry.engine.machine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import dev.wherry.engine.hypervisor.VmExit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of a machine while it has one. Whatever changes it, or the machine's state with it, has its turn: only one such operation goes
 * on at a time, from its beginning to its end. Operations that do not wait for a guest only look.
 */
final class VmHold {

    private static final Logger LOG = LoggerFactory.getLogger(VmHold.class);

    private final Launcher launcher;
    private final Lifecycle lifecycle;
    private final Entrance entrance;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<@Nullable Session> current = new AtomicReference<>();
    private volatile boolean pausedByHand;

    VmHold(Launcher launcher, Lifecycle lifecycle, Entrance entrance) {
        this.launcher = launcher;
        this.lifecycle = lifecycle;
        this.entrance = entrance;
    }

    /** Something that has its turn. */
    interface Operation {
        void run() throws MachineException, InterruptedException;
    }

    /** A way for a session to end. */
    interface Ending {
        void of(Session session) throws MachineException, InterruptedException;
    }

    /** Does {@code operation} when it is its turn; one that belongs to an operation goes on within it. */
    void inTurn(Operation operation) throws MachineException, InterruptedException {
        turn.lockInterruptibly();
        try {
            operation.run();
        } finally {
            turn.unlock();
        }
    }

    /** The same for what cannot be called off before it has its turn. */
    void surelyInTurn(Runnable operation) {
        turn.lock();
        try {
            operation.run();
        } finally {
            turn.unlock();
        }
    }

    Optional<Session> session() {
        return Optional.ofNullable(current.get());
    }

    /**
     * The session.
     *
     * @throws PrecheckException when there is none
     */
    Session running() throws PrecheckException {
        return session().orElseThrow(
                () -> new PrecheckException("The machine is not running.",
                        "Start it with \"" + launcher.wherry() + " up\"."));
    }

    /** Takes hold of {@code session}, so that the machine runs; made to be called in turn. */
    void take(Session session) {
        current.set(session);
        lifecycle.become(MachineState.RUNNING);
        Thread.ofVirtual().name("vm-exit").start(() -> lost(session, session.onExit().join()));
    }

    // The VM ended while nobody had asked us to end it: the guest shut itself down, or QEMU died.
    private void lost(Session which, VmExit exit) {
        surelyInTurn(() -> {
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
                        "Run \"" + launcher.wherry() + " up\" to start it again; what is on its disk is kept.");
            }
        });
    }

    private void fail(String message, String remedy) {
        lifecycle.fail(new MachineStatus.Failure(null, message, remedy, launcher.consoleTail(Launcher.CONSOLE_LINES)));
    }

    /**
     * Holds the VM still; at once when it is held already.
     *
     * @param byHand whether somebody has asked for it
     */
    void pause(boolean byHand) throws MachineException, InterruptedException {
        inTurn(() -> {
            Session running = running();
            if (lifecycle.status().state() != MachineState.PAUSED) {
                pausedByHand = byHand;
                running.pause();
                lifecycle.become(MachineState.PAUSED);
            }
        });
    }

    /** Whether somebody had asked for the last pause. */
    boolean isPausedByHand() {
        return pausedByHand;
    }

    /** Lets it run on; at once when it runs. */
    void resume() throws MachineException, InterruptedException {
        inTurn(() -> {
            Session paused = running();
            if (lifecycle.status().state() == MachineState.PAUSED) {
                paused.resume();
                lifecycle.become(MachineState.RUNNING);
            }
        });
    }

    /** Ends the VM, also one that is not held because joining it had failed, and closes the entrance. */
    void end(Ending ending) throws MachineException, InterruptedException {
        inTurn(() -> {
            entrance.close();
            Session stopping = current.getAndSet(null);
            if (stopping != null) {
                shutDown(stopping, ending);
                return;
            }
            launcher.stopStray();
            if (lifecycle.status().state() == MachineState.FAILED) {
                lifecycle.become(MachineState.STOPPED);
            }
        });
    }

    /**
     * Ends the VM and leaves the entrance as it is, unless somebody turns out to use it once nobody can get at it any more; made to be called
     * in turn.
     *
     * @return whether it was ended
     */
    boolean endUnlessUsed(Session session, BooleanSupplier used) throws MachineException, InterruptedException {
        // Whoever comes from here on waits for our turn to end.
        current.set(null);
        if (used.getAsBoolean()) {
            current.set(session);
            return false;
        }
        shutDown(session, Session::stop);
        return true;
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

    /** Lets go of the VM, which runs on, and closes the entrance. */
    void letGo() {
        entrance.close();
        Session open = current.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }
}
