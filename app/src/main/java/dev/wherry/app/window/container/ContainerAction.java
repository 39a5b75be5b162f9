// What can be done with a container as a whole.
package dev.wherry.app.window.container;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.wherry.engine.docker.Containers;

/** The actions, in the order of their buttons. */
enum ContainerAction {
    START,
    STOP,
    RESTART,
    PAUSE,
    UNPAUSE,
    REMOVE;

    /** Those that make sense in {@code state}, which is one of the engine's; none in an unknown one. */
    static Set<ContainerAction> in(String state) {
        return switch (state) {
            case "created", "exited", "dead" -> EnumSet.of(START, REMOVE);
            case "running" -> EnumSet.of(STOP, RESTART, PAUSE, REMOVE);
            case "paused" -> EnumSet.of(STOP, UNPAUSE, REMOVE);
            case "restarting" -> EnumSet.of(STOP, REMOVE);
            default -> EnumSet.noneOf(ContainerAction.class);
        };
    }

    /** Its name in texts and ids. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Does it, and waits until it is done. */
    void apply(Containers containers, String id) throws IOException {
        switch (this) {
            case START -> containers.start(id);
            case STOP -> containers.stop(id);
            case RESTART -> containers.restart(id);
            case PAUSE -> containers.pause(id);
            case UNPAUSE -> containers.unpause(id);
            case REMOVE -> containers.remove(id, true, false);
        }
    }
}
