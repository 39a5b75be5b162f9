// Brings a machine up, once for all who want that at the same time.
package dev.wherry.engine.machine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import dev.wherry.engine.config.Overrides;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The starts of one machine. At most one goes on at a time, in a thread of its own: a second one joins it. */
final class Starts {

    private static final Logger LOG = LoggerFactory.getLogger(Starts.class);

    private final Launcher launcher;
    private final Lifecycle lifecycle;
    private final VmHold hold;
    private final Entrance entrance;
    private final Consumer<Session> onStarted;
    private @Nullable Start start; // guarded by this, as is the other
    private Overrides last = Overrides.NONE;

    /** A start that goes on, and the thread that does it. */
    private record Start(Thread worker, CompletableFuture<@Nullable Void> done) {
    }

    /**
     * Starts by {@code launcher}.
     *
     * @param hold      gets the session; it is the start's turn there from its beginning to its end
     * @param onStarted is told of each session when the machine runs
     */
    Starts(Launcher launcher, Lifecycle lifecycle, VmHold hold, Entrance entrance, Consumer<Session> onStarted) {
        this.launcher = launcher;
        this.lifecycle = lifecycle;
        this.hold = hold;
        this.entrance = entrance;
        this.onStarted = onStarted;
    }

    /** Begins a start, or joins the one that goes on. Completes when the machine runs; at once when it does already. */
    synchronized CompletableFuture<@Nullable Void> begin(Overrides overrides) {
        if (start != null) {
            return start.done;
        }
        if (hold.session().isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        last = overrides;
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        start = new Start(
                Thread.ofVirtual().name("start").unstarted(() -> hold.surelyInTurn(() -> run(overrides, done))), done);
        start.worker.start();
        return done;
    }

    /**
     * Does the same for somebody who has not asked for a start: only where one goes on, or the machine stands by and has not failed to
     * start since. The settings are those of the start before.
     */
    synchronized CompletableFuture<@Nullable Void> beginForVisitor() {
        boolean wanted = start != null || (entrance.standingByAfter().isPresent()
                && lifecycle.status().state() != MachineState.FAILED);
        return wanted ? begin(last) : CompletableFuture.completedFuture(null);
    }

    /** Waits for a start. A caller that gives up waiting does not end it. */
    static void await(CompletableFuture<@Nullable Void> done) throws MachineException, InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MachineException cause
                    ? cause
                    : new MachineException("The start failed: " + e.getCause(), "See the agent's log.", e.getCause());
        }
    }

    /** Ends the start that goes on, and returns when it has ended; at once when none does. */
    void callOff() throws InterruptedException {
        Start calledOff;
        synchronized (this) {
            calledOff = start;
        }
        if (calledOff != null) {
            calledOff.worker.interrupt();
            calledOff.worker.join();
        }
    }

    private void run(Overrides overrides, CompletableFuture<@Nullable Void> done) {
        try {
            // A stop whose end this start has waited for may have been thought better of.
            if (hold.session().isEmpty()) {
                Session started = launcher.start(overrides, this::enter, entrance);
                entrance.standByNoLonger();
                hold.take(started);
                onStarted.accept(started);
            }
            end();
            done.complete(null);
        } catch (MachineException e) {
            failed(e, done);
        } catch (InterruptedException e) {
            failed(new MachineException("The start was called off by a stop.",
                    "Run \"" + launcher.wherry() + " up\" to start again."),
                    done);
        } catch (RuntimeException | Error e) {
            failed(new MachineException("The start failed on a defect in Wherry: " + e + ".",
                    "Please report it with the agent's log.", e), done);
        }
    }

    private void enter(Stage stage) {
        LOG.info("{}", stage.title());
        lifecycle.enter(stage);
    }

    private void failed(MachineException e, CompletableFuture<@Nullable Void> done) {
        LOG.warn("The start failed", e);
        if (entrance.standingByAfter().isEmpty()) {
            entrance.close();
        }
        Stage stage = lifecycle.status().stage();
        List<String> console = e instanceof PrecheckException
                ? List.of()
                : launcher.consoleTail(Launcher.CONSOLE_LINES);
        try {
            // Before the next one may begin: whoever waits at the entrance must not try again what has just failed.
            lifecycle.fail(new MachineStatus.Failure(stage, e.getMessage(), e.remedy(), console));
        } finally {
            end();
            done.completeExceptionally(e);
        }
    }

    private synchronized void end() {
        start = null;
    }
}
