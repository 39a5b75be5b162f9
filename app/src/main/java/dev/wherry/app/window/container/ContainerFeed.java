// Reads something of a container for as long as somebody looks.
package dev.wherry.app.window.container;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a stream of a running container, through its restarts and through lost connections, on a thread of its own. */
final class ContainerFeed implements Subscription {

    /** An open stream. */
    interface Stream extends Closeable {

        /** Waits for the next piece and takes it; false when there is none, because the container has ended. */
        boolean next() throws IOException;
    }

    /** Where streams come from, and who is told of their ends. Called on the feed's thread. */
    interface Source {

        /** Opens the stream. */
        Stream open() throws IOException;

        /** The stream has ended; the next one is opened once the container runs. */
        void ended();

        /** The stream could not be opened or was lost; it is tried again while the container runs. */
        void failed(IOException why);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ContainerFeed.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Live<ContainerGlance> container;
    private final Source source;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Stream stream;

    /** Begins to read. */
    ContainerFeed(String name, Live<ContainerGlance> container, Source source) {
        this.container = container;
        this.source = source;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    read();
                    source.ended();
                } catch (IOException e) {
                    LOG.debug("{} cannot be read: {}", thread.getName(), e.getMessage());
                    source.failed(e);
                }
                awaitRunning();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} has ended", thread.getName());
        }
    }

    private void read() throws IOException {
        try (Stream open = source.open()) {
            stream = open;
            boolean more = !closed;
            while (more) {
                more = open.next() && !closed;
            }
        }
    }

    // A change may be the start of a container that had stopped; and a connection may be lost while the container runs on.
    private void awaitRunning() throws InterruptedException {
        Semaphore changes = new Semaphore(0);
        try (Subscription subscription = container.listen(changes::release)) {
            changes.drainPermits();
            do {
                if (changes.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
            } while (!container.get().up());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Stream open = stream;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.debug("The connection of {} was lost before: {}", thread.getName(), e.getMessage());
        }
    }
}
