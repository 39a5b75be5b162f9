// What a container used in the last minutes.
package dev.wherry.app.window.container;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Figures, the oldest first.
 *
 * @param phase  whether more of them are to be expected
 * @param points a moment each, none older than {@link #SPAN} before the last
 * @param cause  why they cannot be had; empty unless that is so
 */
record StatsHistory(Phase phase, List<StatsPoint> points, String cause) {

    /** Whether more figures are to be expected. */
    enum Phase {
        /** The first are being waited for. */
        WAITING,
        LIVE,
        /** The container does not run. */
        ENDED,
        FAILED
    }

    /** How far back it goes. */
    static final Duration SPAN = Duration.ofMinutes(3);
    /** No figures as yet. */
    static final StatsHistory NONE = new StatsHistory(Phase.WAITING, List.of(), "");

    StatsHistory {
        points = List.copyOf(points);
    }

    StatsHistory with(StatsPoint point) {
        Instant oldest = point.time().minus(SPAN);
        return new StatsHistory(Phase.LIVE,
                Stream.concat(points.stream().filter(old -> !old.time().isBefore(oldest)), Stream.of(point)).toList(),
                "");
    }

    StatsHistory in(Phase next, String why) {
        return new StatsHistory(next, points, why);
    }
}
