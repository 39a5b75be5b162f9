// All that goes on in the background.
package dev.wherry.app.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The jobs under way, in the order of their start, and the failures of those that did not succeed. */
public final class Jobs implements Subscription {

    private final Live<List<Job>> running = new Live<>(List.of());
    private final Consumer<Failure> onFailure;

    /** @param onFailure is told of each failure, on the job's thread */
    public Jobs(Consumer<Failure> onFailure) {
        this.onFailure = onFailure;
    }

    /** Those that have not ended yet. */
    public Live<List<Job>> running() {
        return running;
    }

    /**
     * Starts {@code work}.
     *
     * @param title what it does, in a few words for the user, such as "Stop web"
     */
    public Job start(String title, Job.Work work) {
        Job job = new Job(title, work);
        running.update(old -> Stream.concat(old.stream(), Stream.of(job)).toList());
        job.state().listen(() -> follow(job));
        job.start();
        return job;
    }

    private void follow(Job job) {
        Job.State state = job.state().get();
        if (state.ended()) {
            running.update(old -> old.stream().filter(other -> other != job).toList());
        }
        if (state instanceof Job.Failed failed) {
            onFailure.accept(failed.failure());
        }
    }

    /** Cancels all that goes on. */
    @Override
    public void close() {
        running.get().forEach(Job::cancel);
    }
}
