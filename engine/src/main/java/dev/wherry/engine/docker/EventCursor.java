// How far an event stream has been read, so that the next connection can go on from there.
package dev.wherry.engine.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

/**
 * The place in the event stream. The engine keeps its last 256 events and repeats those from {@code since} on, walking back
 * until it meets an older one. It stamps an event before it queues it, so that neighbours may stand in the wrong order, and the
 * guest's clock may be set back; hence an overlap, and a memory of what has been delivered, instead of a comparison of times.
 * Not for several threads.
 */
final class EventCursor {

    private static final Duration OVERLAP = Duration.ofSeconds(1);
    /** Twice what the engine can repeat. */
    private static final int MEMORY = 512;

    private final SequencedSet<EngineEvent> delivered = new LinkedHashSet<>();
    private @Nullable Instant last;

    /** Notes {@code event}; false when it has been delivered before. */
    boolean advance(EngineEvent event) {
        if (!delivered.add(event)) {
            return false;
        }
        if (delivered.size() > MEMORY) {
            delivered.removeFirst();
        }
        last = Instant.ofEpochSecond(0, event.timeNano());
        return true;
    }

    /**
     * The {@code since} of the next subscription, in seconds and nanoseconds; null when nothing is known to start from.
     *
     * @param clock the guest's clock right now, if the engine tells it
     */
    @Nullable
    String since(@Nullable Instant clock) {
        if (last == null) {
            last = clock; // so that nothing between this moment and the subscription is missed
            return clock == null ? null : text(clock);
        }
        Instant from = clock != null && clock.isBefore(last) ? clock : last; // the clock was set back
        return text(from.minus(OVERLAP));
    }

    private static String text(Instant time) {
        return String.format(Locale.ROOT, "%d.%09d", time.getEpochSecond(), time.getNano());
    }
}
