// What the head of a container's page tells.
package dev.wherry.app.window.container;

import java.util.Set;

import dev.wherry.engine.docker.ContainerSummary;
import org.jspecify.annotations.Nullable;

/**
 * A container at a glance.
 *
 * @param presence whether it is there
 * @param summary  what was last heard of it; null when nothing ever was
 */
record ContainerGlance(Presence presence, @Nullable ContainerSummary summary) {

    /** Whether the container is there. */
    enum Presence {
        /** Nobody knows: the engine does not answer. */
        UNKNOWN,
        THERE,
        GONE
    }

    private static final Set<String> UP = Set.of("running", "paused", "restarting");

    /** The state by the name that the engine gives it, such as {@code running}; empty when it is not known. */
    String state() {
        return presence == Presence.THERE && summary != null ? summary.state() : "";
    }

    /** Whether it has processes, as far as is known. */
    boolean up() {
        return UP.contains(state());
    }
}
