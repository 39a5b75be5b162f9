// Reads a container's log for as long as somebody looks.
package dev.wherry.app.window.container;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.wherry.app.model.Subscription;
import dev.wherry.app.window.container.LogStatus.Phase;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.LogLine;
import dev.wherry.engine.docker.LogReader;
import dev.wherry.engine.docker.LogRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log of one container, through its restarts and through lost connections, on a thread of its own until closed. */
final class LogFollower implements Subscription {

    /** Takes what is read. */
    interface Target {

        /** A line has come; ignored when the follower is not the current one any more. */
        void take(LogFollower from, LogLine line);

        /** Nothing older than this is wanted; null for all. */
        @Nullable
        Instant since();

        void status(LogFollower from, LogStatus status);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Containers containers;
    private final ContainerModel container;
    private final Target target;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable LogReader open;

    LogFollower(Containers containers, ContainerModel container, Target target) {
        this.containers = containers;
        this.container = container;
        this.target = target;
        this.thread = Thread.ofVirtual().name("log-" + container.id()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                tell(LogStatus.of(Phase.LOADING));
                try {
                    read();
                    tell(LogStatus.of(Phase.ENDED));
                } catch (IOException e) {
                    LOG.debug("The log cannot be read: {}", e.getMessage());
                    tell(new LogStatus(Phase.FAILED, Objects.requireNonNullElse(e.getMessage(), e.toString())));
                }
                awaitRunning();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} has ended", thread.getName());
        }
    }

    private void tell(LogStatus status) {
        target.status(this, status);
    }

    private void read() throws IOException {
        LogRequest wanted = new LogRequest(true, LogBuffer.MAX_LINES, target.since(), true);
        try (LogReader reader = containers.logs(container.id(), wanted)) {
            open = reader;
            tell(LogStatus.of(Phase.FOLLOWING));
            LogLine line = closed ? null : reader.next();
            while (line != null) {
                target.take(this, line);
                line = reader.next();
            }
        }
    }

    // What changes may be the start of a container that had stopped; and a connection may be lost while it runs on.
    private void awaitRunning() throws InterruptedException {
        Semaphore changes = new Semaphore(0);
        try (Subscription subscription = container.glance().listen(changes::release)) {
            changes.drainPermits();
            do {
                if (changes.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
            } while (!container.glance().get().up());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        LogReader reader = open;
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            LOG.debug("The connection of {} was lost before: {}", thread.getName(), e.getMessage());
        }
    }
}
