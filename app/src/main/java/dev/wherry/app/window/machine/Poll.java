// Asks again and again.
package dev.wherry.app.window.machine;

import java.time.Duration;

import dev.wherry.app.model.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a task at once and then at a steady pace, on a thread of its own, until it is closed. One that fails is done again. */
final class Poll implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    private final Thread thread;

    /** What is done each time. */
    interface Task {
        void run() throws Exception;
    }

    Poll(String name, Duration pace, Task task) {
        thread = Thread.ofVirtual().name(name).start(() -> run(pace, task));
    }

    private static void run(Duration pace, Task task) {
        try {
            while (true) {
                try {
                    task.run();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    LOG.debug("{} got no answer", Thread.currentThread().getName(), e);
                }
                Thread.sleep(pace);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} has ended", Thread.currentThread().getName());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
