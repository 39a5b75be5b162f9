// Which event can change which list.
package dev.wherry.app.watch;

import java.util.Set;

import dev.wherry.engine.docker.EngineEvent;

/** Sorts the engine's events by what they change (Engine API, {@code GET /events}). */
final class Concern {

    // Health checks run a command in the container every few seconds, each with three events that change nothing.
    private static final Set<String> CHANGES_NOTHING = Set.of("exec_create", "exec_start", "exec_die", "exec_detach",
            "top", "resize", "attach", "detach", "archive-path", "extract-to-dir", "export", "copy");
    private static final Set<String> CHANGES_USE = Set.of("create", "destroy", "rename");
    private static final Set<String> CHANGES_ADDRESSES = Set.of("connect", "disconnect");

    private Concern() {
    }

    static boolean containers(EngineEvent event) {
        return switch (event.type()) {
            case "container" -> !CHANGES_NOTHING.contains(action(event));
            case "network" -> CHANGES_ADDRESSES.contains(action(event));
            default -> false;
        };
    }

    static boolean images(EngineEvent event) {
        return event.type().equals("image") || isNewUse(event) || event.type().equals("builder");
    }

    static boolean volumes(EngineEvent event) {
        return event.type().equals("volume") || isNewUse(event);
    }

    static boolean networks(EngineEvent event) {
        return event.type().equals("network");
    }

    private static boolean isNewUse(EngineEvent event) {
        return event.type().equals("container") && CHANGES_USE.contains(action(event));
    }

    // "exec_create: sh -c true", "health_status: healthy"
    private static String action(EngineEvent event) {
        return event.action().split(":", 2)[0];
    }
}
