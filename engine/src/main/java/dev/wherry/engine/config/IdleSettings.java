// What the user has decided about a machine that nobody uses.
package dev.wherry.engine.config;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What to do when no container runs and no client is connected.
 *
 * @param pauseAfter how long to wait before the machine is paused, at least 10 seconds; empty for never
 * @param stopAfter  how long to wait before it is stopped until somebody needs it, likewise
 */
public record IdleSettings(Optional<Duration> pauseAfter, Optional<Duration> stopAfter) {

    /** Nothing is ever done. */
    public static final IdleSettings NEVER = new IdleSettings(Optional.empty(), Optional.empty());

    private static final String PAUSE_AFTER = "pause_after";
    private static final String STOP_AFTER = "stop_after";
    private static final Set<String> KEYS = Set.of(PAUSE_AFTER, STOP_AFTER);
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smh])");
    /** Two commands of a script lie closer together than this. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    static IdleSettings of(JsonNode value) {
        return new IdleSettings(duration(value.path(PAUSE_AFTER)), duration(value.path(STOP_AFTER)));
    }

    // "off" is a truth value in YAML.
    static boolean accepts(JsonNode value) {
        return value.isObject() && value.properties().stream().allMatch(entry -> KEYS.contains(entry.getKey())
                && (isOff(entry.getValue()) || duration(entry.getValue()).isPresent()));
    }

    private static boolean isOff(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }

    private static Optional<Duration> duration(JsonNode value) {
        Matcher parts = DURATION.matcher(value.asText());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        Duration duration = switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        return Optional.of(duration).filter(given -> given.compareTo(SHORTEST) >= 0);
    }
}
