// The output of a container that is not there.
package dev.wherry.app.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lines with their times. Readers may wait for more. */
public final class FakeLog {

    /**
     * A line.
     *
     * @param error whether it went to standard error
     */
    record Line(Instant time, boolean error, String text) {
    }

    private static final int[] COLOURS = {36, 32, 33, 31, 35, 34};
    private static final String[] LEVELS = {"INFO", "INFO", "DEBUG", "WARN", "INFO", "ERROR"};
    private static final String[] DOINGS = {"GET /api/orders 200 in 12 ms", "connected to postgres:5432",
            "cache miss for user:4711", "retrying in 250 ms", "job \"mail\" done", "upstream timed out after 30 s"};

    private final Clock clock;
    private final List<Line> lines = new ArrayList<>();

    FakeLog(Clock clock) {
        this.clock = clock;
    }

    /** Prints {@code text} to standard output now. */
    public void add(String text) {
        add(new Line(clock.instant(), false, text));
    }

    /** Prints {@code text} to standard error now. */
    public void addError(String text) {
        add(new Line(clock.instant(), true, text));
    }

    /** Puts {@code count} lines in front of now, one each second, with ANSI colours. */
    public void fill(int count) {
        Instant first = clock.instant().minusSeconds(count);
        for (int i = 0; i < count; i++) {
            int kind = (i * 7 + i / 5) % LEVELS.length;
            String text = "\u001b[90m%06d\u001b[0m \u001b[1;%dm%-5s\u001b[0m %s".formatted(i, COLOURS[kind],
                    LEVELS[kind],
                    DOINGS[(i * 5 + i / 3) % DOINGS.length]);
            add(new Line(first.plusSeconds(i), LEVELS[kind].equals("ERROR"), text));
        }
    }

    synchronized void add(Line line) {
        lines.add(line);
        notifyAll();
    }

    /** Lets waiting readers look again whether the container is still up. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized int size() {
        return lines.size();
    }

    /** The lines from number {@code from} on. */
    synchronized List<Line> from(int from) {
        return List.copyOf(lines.subList(Math.min(from, lines.size()), lines.size()));
    }

    /** The same, once there are any or {@code container} has ended; empty then. */
    synchronized List<Line> awaitFrom(int from, FakeContainer container) throws InterruptedException {
        while (lines.size() <= from && container.isUp()) {
            wait();
        }
        return from(from);
    }
}
