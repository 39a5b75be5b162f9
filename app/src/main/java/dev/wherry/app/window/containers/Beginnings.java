// Since when each container has been as it is.
package dev.wherry.app.window.containers;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.docker.ContainerSummary;
import org.jspecify.annotations.Nullable;

/**
 * Reckons times from the ages that the engine tells, which grow coarser as they grow: a time that was reckoned before stays for as
 * long as what the engine tells agrees with it. Ages are the guest's, so that it does not matter if its clock is off.
 */
final class Beginnings {

    private Map<String, Instant> known = Map.of();

    /** When each of {@code containers}, by id, began to be as it is, where they were listed at {@code now}. */
    Map<String, Instant> at(Instant now, List<ContainerSummary> containers) {
        Map<String, Instant> next = new HashMap<>();
        containers.forEach(container -> next.put(container.id(), beginning(container, now)));
        known = Map.copyOf(next);
        return known;
    }

    private Instant beginning(ContainerSummary container, Instant now) {
        StatusAge told = StatusAge.in(container.status());
        if (told == null) {
            return container.created();
        }
        Instant reckoned = now.minus(told.age());
        @Nullable
        Instant before = known.get(container.id());
        if (before == null || Duration.between(before, reckoned).abs().compareTo(told.unit()) > 0) {
            return reckoned;
        }
        return before;
    }
}
