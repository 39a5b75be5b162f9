// Work that must not keep anybody waiting.
package dev.wherry.engine.doctor;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds the time that a piece of work may take. */
public final class TimeLimit {

    private TimeLimit() {
    }

    /**
     * Does {@code work} and returns its result. When its time is up it is interrupted, and left to itself if it does not heed that.
     *
     * @throws TimeoutException when it took longer than {@code limit}, in words for the user
     * @throws Exception        what {@code work} threw
     */
    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        // A platform thread: one that hangs in a dead file system would take a carrier away from the virtual ones.
        Thread.ofPlatform().daemon().name("time-limit").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException("it took longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            task.cancel(true);
        }
    }
}
