// Holds a machine's status and lets it change only along the table of legal transitions.
package dev.wherry.engine.machine;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of one machine. Listeners hear every change, in order, in a thread of their own: never under a lock of whoever
 * made the change.
 */
final class Lifecycle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Clock clock;
    private final List<Consumer<MachineStatus>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService teller = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("status").factory());
    private MachineStatus status;

    Lifecycle(Clock clock, MachineState first) {
        this.clock = clock;
        this.status = new MachineStatus(first, clock.instant(), null, null);
    }

    synchronized MachineStatus status() {
        return status;
    }

    void addListener(Consumer<MachineStatus> listener) {
        listeners.add(listener);
    }

    void removeListener(Consumer<MachineStatus> listener) {
        listeners.remove(listener);
    }

    /** Goes over to {@code next}; illegal ways are a mistake in the program. */
    void become(MachineState next) {
        change(next, null, null);
    }

    /** Enters a stage of the start. */
    void enter(Stage stage) {
        change(MachineState.STARTING, stage, null);
    }

    /** Goes over to FAILED with a cause. */
    void fail(MachineStatus.Failure failure) {
        change(MachineState.FAILED, null, failure);
    }

    private synchronized void change(MachineState next, @Nullable Stage stage,
            MachineStatus.@Nullable Failure failure) {
        boolean nextStage = next == MachineState.STARTING && status.state() == MachineState.STARTING;
        if (!nextStage && !status.state().mayBecome(next)) {
            throw new IllegalStateException("A machine that is " + status.state() + " cannot become " + next);
        }
        MachineStatus news = new MachineStatus(next, clock.instant(), stage, failure);
        status = news;
        teller.execute(() -> tell(news));
    }

    private void tell(MachineStatus news) {
        for (Consumer<MachineStatus> listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", news, e);
            }
        }
    }

    /** Tells what is still to be told, then ends. */
    @Override
    public void close() {
        teller.close();
    }
}
