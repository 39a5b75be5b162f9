// For how long a container has been as it is.
package dev.wherry.app.window.containers;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A length of time as the engine puts it into a container's status: "Less than a second", "5 minutes", "About an hour". The list of
 * containers has no other word on when they started or ended.
 *
 * @param age  the length
 * @param unit how exact it is
 */
record StatusAge(Duration age, Duration unit) {

    private static final Pattern AGE = Pattern
            .compile("(Less than a|About an?|\\d+) (second|minute|hour|day|week|month|year)");

    /** The length of time that {@code status} tells; null when it tells none. */
    static @Nullable StatusAge in(String status) {
        Matcher told = AGE.matcher(status);
        if (!told.find()) {
            return null;
        }
        Duration unit = ChronoUnit.valueOf(told.group(2).toUpperCase(Locale.ROOT) + "S").getDuration();
        long count = switch (told.group(1)) {
            case "Less than a" -> 0;
            case "About a", "About an" -> 1;
            default -> Long.parseLong(told.group(1));
        };
        return new StatusAge(unit.multipliedBy(count), unit);
    }
}
