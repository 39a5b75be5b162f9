// A thread that works in the background, and how its owner ends it.
package dev.wherry.engine.worker;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A virtual thread with an owner. Its work has to return when it is interrupted. */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration END = Duration.ofSeconds(5);

    private final Thread thread;
    private final Duration end;

    /**
     * A worker that has yet to begin.
     *
     * @param name what it works at, for the log
     */
    public Worker(String name, Runnable work) {
        this(name, work, END);
    }

    Worker(String name, Runnable work, Duration end) {
        this.thread = Thread.ofVirtual().name(name).unstarted(work);
        this.end = end;
    }

    /** Does {@code work} from now on. */
    public static Worker start(String name, Runnable work) {
        Worker worker = new Worker(name, work);
        worker.start();
        return worker;
    }

    /** Begins; to be called once. */
    public void start() {
        thread.start();
    }

    /**
     * Interrupts the work and waits until it has returned; for five seconds, after which the log says who goes on. A worker that closes
     * itself is only interrupted.
     */
    @Override
    public void close() {
        thread.interrupt();
        if (Thread.currentThread() == thread || thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(end)) {
                LOG.warn("\"{}\" did not end within {} s of being told to", thread.getName(), end.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
