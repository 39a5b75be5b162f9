// A piece of work that goes on while the window stays usable.
package dev.wherry.app.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in the background, on a thread of its own. It can be watched, cancelled and waited for. */
public final class Job {

    /** How a job stands. */
    public sealed interface State {

        /** Whether it has come to its end. */
        default boolean ended() {
            return !(this instanceof Running);
        }
    }

    /**
     * It goes on.
     *
     * @param fraction how much is done, from 0 to 1; negative when nobody can tell
     * @param detail   what is being done just now; may be empty
     */
    public record Running(double fraction, String detail) implements State {
    }

    /** It is done. */
    public record Done() implements State {
    }

    /** It was cancelled. */
    public record Cancelled() implements State {
    }

    /** It failed. */
    public record Failed(Failure failure) implements State {
    }

    /** What a job does. It is interrupted when it is cancelled. */
    @FunctionalInterface
    public interface Work {
        void run(Report report) throws Exception;
    }

    /** Takes what a job tells of its progress. */
    @FunctionalInterface
    public interface Report {

        /** See {@link Running}. */
        void at(double fraction, String detail);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final String title;
    private final Live<State> state = new Live<>(new Running(-1, ""));
    private final Thread thread;
    private volatile boolean cancelled;

    Job(String title, Work work) {
        this.title = title;
        this.thread = Thread.ofVirtual().name(title).unstarted(() -> run(work));
    }

    void start() {
        thread.start();
    }

    private void run(Work work) {
        @Nullable
        State end = null;
        try {
            work.run((fraction, detail) -> state.update(old -> old.ended() ? old : new Running(fraction, detail)));
            end = new Done();
        } catch (Exception e) {
            // Whatever an interrupted call throws, it is the cancelling that ended it.
            if (cancelled) {
                end = new Cancelled();
            } else {
                LOG.warn("\"{}\" failed", title, e);
                end = new Failed(Failure.of(title, e));
            }
        } finally {
            state.set(end == null ? new Failed(new Failure(title, "A defect of Wherry", "", "")) : end);
        }
    }

    /** What it does, in a few words for the user. */
    public String title() {
        return title;
    }

    /** How it stands. */
    public Live<State> state() {
        return state;
    }

    /** Ends it as soon as its work heeds an interrupt. */
    public void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    /** Waits for its end; false when that has not come within {@code limit}. */
    public boolean join(Duration limit) throws InterruptedException {
        return thread.join(limit);
    }
}
