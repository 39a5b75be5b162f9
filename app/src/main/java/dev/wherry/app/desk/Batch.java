// The same for many things.
package dev.wherry.app.desk;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Job;

/** Does something to one thing after another, as a single job. What fails for one thing is told, and the others follow all the same. */
public final class Batch {

    /** What is done to each. */
    @FunctionalInterface
    public interface Step<T> {
        void take(T thing) throws IOException;
    }

    private Batch() {
    }

    /**
     * Starts it.
     *
     * @param title of the job
     * @param what  is done to a thing, as in "Remove nginx"; a failure is told under this name
     */
    public static <T> Job start(Desk desk, String title, List<T> things, Function<T, String> what, Step<T> step) {
        return desk.jobs().start(title, report -> {
            int done = 0;
            for (T thing : things) {
                report.at((double) done / things.size(), things.size() == 1 ? "" : what.apply(thing));
                try {
                    step.take(thing);
                } catch (IOException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw e;
                    }
                    desk.fail(Failure.of(what.apply(thing), e));
                }
                done++;
            }
        });
    }
}
