// What the log shows.
package dev.wherry.app.window.container;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.window.container.LogStatus.Phase;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.LogLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one container. It rests until {@link #resume}, and after {@link #rest}; what was written meanwhile is caught up. Lines
 * become visible in batches, {@value #BATCHES_A_SECOND} a second at most, however fast they come.
 */
final class LogModel implements Subscription, LogFollower.Target {

    private static final Logger LOG = LoggerFactory.getLogger(LogModel.class);
    private static final int BATCHES_A_SECOND = 10;
    private static final Duration PACE = Duration.ofMillis(1000 / BATCHES_A_SECOND);

    private final Containers containers;
    private final ContainerModel container;
    private final LogBuffer buffer = new LogBuffer(); // guarded by itself, as the next three are
    private final LogParser parser = new LogParser();
    private @Nullable LogFollower follower;
    private @Nullable Instant last;
    private final Live<LogLines> lines = new Live<>(LogLines.NONE);
    private final Live<LogStatus> status = new Live<>(LogStatus.of(Phase.LOADING));
    private final Live<LogMatches> matches = new Live<>(LogMatches.NONE);
    private final Semaphore fresh = new Semaphore(0);
    private final Thread publisher = Thread.ofVirtual().name("log-batches").unstarted(this::publish);
    private @Nullable LogSearch search;

    LogModel(Containers containers, ContainerModel container) {
        this.containers = containers;
        this.container = container;
        publisher.start();
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
            if (follower == null) {
                follower = new LogFollower(containers, container, this);
                follower.start();
            }
        }
    }

    /** Leaves the log alone. */
    void rest() {
        LogFollower before;
        synchronized (buffer) {
            before = follower;
            follower = null;
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

    /** Looks for {@code text}, in upper or lower case, in what there is and in what comes; nothing for an empty text. */
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

    @Override
    public void take(LogFollower from, LogLine line) {
        synchronized (buffer) {
            if (from != follower) {
                return;
            }
            LogEntry entry = parser.entry(line);
            if (entry.time() != null) {
                last = entry.time();
            }
            buffer.add(entry);
        }
        fresh.release();
    }

    @Override
    public @Nullable Instant since() {
        synchronized (buffer) {
            return last == null ? null : last.plusNanos(1);
        }
    }

    @Override
    public void status(LogFollower from, LogStatus now) {
        synchronized (buffer) {
            if (from != follower) {
                return;
            }
        }
        status.set(now);
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
}
