// What the log shows.
package dev.wherry.app.window.container;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.window.container.LogStatus.Phase;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.LogLine;
import dev.wherry.engine.docker.LogReader;
import dev.wherry.engine.docker.LogRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one container. It rests until {@link #resume}, and after {@link #rest}; what was written meanwhile is caught up. Lines
 * become visible in batches, ten a second at most, however fast they come.
 */
final class LogModel implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(LogModel.class);
    private static final Duration PACE = Duration.ofMillis(100);

    private final Containers containers;
    private final ContainerModel container;
    private final Live<LogLines> lines = new Live<>(LogLines.NONE);
    private final Live<LogStatus> status = new Live<>(LogStatus.of(Phase.LOADING));
    private final Live<LogMatches> matches = new Live<>(LogMatches.NONE);
    private final Semaphore fresh = new Semaphore(0);
    private final LogBuffer buffer = new LogBuffer(); // guarded by itself, as the next three are
    private final LogParser parser = new LogParser();
    private @Nullable Following following;
    private @Nullable Instant last;
    private final Thread publisher;
    private @Nullable LogSearch search;

    /** The log of {@code container} of the engine that has {@code containers}. */
    LogModel(Containers containers, ContainerModel container) {
        this.containers = containers;
        this.container = container;
        this.publisher = Thread.ofVirtual().name("log-batches").start(this::publish);
    }

    /** The last lines, {@link LogBuffer#MAX_LINES} at most. */
    Live<LogLines> lines() {
        return lines;
    }

    /** Whether more of them are to be expected. */
    Live<LogStatus> status() {
        return status;
    }

    /** What the last {@link #search} has found. */
    Live<LogMatches> matches() {
        return matches;
    }

    /** Follows the log. */
    void resume() {
        synchronized (buffer) {
            if (following == null) {
                following = new Following();
                following.start();
            }
        }
    }

    /** Leaves the log alone. */
    void rest() {
        Following before;
        synchronized (buffer) {
            before = following;
            following = null;
        }
        if (before != null) {
            before.close();
        }
    }

    /** Takes all lines from view; those that come from now on appear. */
    void clear() {
        synchronized (buffer) {
            buffer.clear();
        }
        fresh.release();
    }

    /** Looks for {@code text}, in upper or lower case, in what there is and in what comes; for nothing when it is empty. */
    void search(String text) {
        if (search != null) {
            search.close();
            search = null;
        }
        matches.set(new LogMatches(text, List.of(), LogMatches.NOWHERE));
        if (!text.isEmpty()) {
            search = new LogSearch(text, lines, matches);
        }
    }

    private LogRequest wanted() {
        synchronized (buffer) {
            return new LogRequest(true, LogBuffer.MAX_LINES, last == null ? null : last.plusNanos(1), true);
        }
    }

    private LogLines snapshot() {
        synchronized (buffer) {
            return buffer.lines();
        }
    }

    private void publish() {
        try {
            while (true) {
                fresh.acquire();
                fresh.drainPermits();
                lines.set(snapshot());
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("No lines are shown any more");
        }
    }

    @Override
    public void close() {
        rest();
        search("");
        publisher.interrupt();
    }

    /** From one {@link #resume} to the next {@link #rest}; what comes later from it is not heard. */
    private final class Following implements ContainerFeed.Source, Subscription {

        private @Nullable ContainerFeed feed;

        void start() {
            feed = new ContainerFeed("log", container.glance(), this);
        }

        @Override
        public ContainerFeed.Stream open() throws IOException {
            tell(LogStatus.of(Phase.LOADING));
            LogReader reader = containers.logs(container.id(), wanted());
            tell(LogStatus.of(Phase.FOLLOWING));
            return new ContainerFeed.Stream() {
                @Override
                public boolean next() throws IOException {
                    LogLine line = reader.next();
                    return line != null && take(line);
                }

                @Override
                public void close() throws IOException {
                    reader.close();
                }
            };
        }

        private boolean take(LogLine line) {
            synchronized (buffer) {
                if (following != this) {
                    return false;
                }
                LogEntry entry = parser.entry(line);
                last = entry.time() == null ? last : entry.time();
                buffer.add(entry);
            }
            fresh.release();
            return true;
        }

        @Override
        public void ended() {
            tell(LogStatus.of(Phase.ENDED));
        }

        @Override
        public void failed(IOException why) {
            tell(new LogStatus(Phase.FAILED, Objects.requireNonNullElse(why.getMessage(), why.toString())));
        }

        private void tell(LogStatus now) {
            boolean current;
            synchronized (buffer) {
                current = following == this;
            }
            if (current) {
                status.set(now);
            }
        }

        @Override
        public void close() {
            if (feed != null) {
                feed.close();
            }
        }
    }
}
