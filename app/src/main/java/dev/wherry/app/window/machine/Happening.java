// Something that has happened to the machine or in it.
package dev.wherry.app.window.machine;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.machine.MachineState;

/**
 * One entry of the list of events.
 *
 * @param number counts up, and tells entries apart
 * @param time   when, by the clock of whoever told of it
 * @param type   what it happened to: {@code container}, {@code image} and so on, or {@code machine}
 * @param action what happened: an event of the engine, or the machine's new state
 * @param whom   the name of what it happened to
 */
record Happening(long number, Instant time, String type, String action, String whom) {

    private static final int ID = 12;

    static Happening of(long number, EngineEvent event) {
        return new Happening(number, Instant.EPOCH.plusNanos(event.timeNano()), event.type(), event.action(),
                name(event.actorId(), event.attributes()));
    }

    static Happening of(long number, MachineState state, String machine) {
        return new Happening(number, Instant.now(), "machine", state.name().toLowerCase(Locale.ROOT), machine);
    }

    private static String name(String id, Map<String, String> attributes) {
        String plain = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return attributes.getOrDefault("name", plain.matches("[0-9a-f]{13,}") ? plain.substring(0, ID) : plain);
    }
}
