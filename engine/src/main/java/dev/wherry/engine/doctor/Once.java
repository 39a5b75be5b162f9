// Something that several checks want to know and that is looked up once.
package dev.wherry.engine.doctor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Looks something up for the first who asks; the others wait for the same answer. */
final class Once<T> {

    private final FutureTask<T> task;

    Once(Callable<T> lookup) {
        this.task = new FutureTask<>(lookup);
    }

    T get() throws Exception {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
