// What could be pruned.
package dev.wherry.app.window.parts;

import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;

/** Counts what each way of pruning would free; that can take the engine minutes, and pruning need not wait for it. */
public final class PruneModel implements Subscription {

    private final Live<List<Long>> estimates = new Live<>(List.of());
    private final Job counting;

    /**
     * Begins to count.
     *
     * @param title of the job
     * @param count the bytes that each way would free
     */
    public PruneModel(Jobs jobs, String title, Callable<List<Long>> count) {
        counting = jobs.start(title, report -> estimates.set(List.copyOf(count.call())));
    }

    /** The bytes that each way would free; empty while they are counted. */
    public Live<List<Long>> estimates() {
        return estimates;
    }

    @Override
    public void close() {
        counting.cancel();
    }
}
