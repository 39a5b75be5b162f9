// The header fields of one HTTP message.
package dev.wherry.engine.docker;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Header fields by name, whatever the case of its letters. Repeated fields are joined by commas (RFC 9110, 5.3). */
public final class Headers {

    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Headers() {
    }

    void add(String name, String value) {
        fields.merge(name, value, (first, next) -> first + ", " + next);
    }

    /** The value of the field {@code name}, or null when there is none. */
    public @Nullable String get(String name) {
        return fields.get(name);
    }

    /** Whether the field {@code name} lists {@code token}. */
    boolean lists(String name, String token) {
        String value = fields.getOrDefault(name, "").toLowerCase(Locale.ROOT);
        return ("," + value.replace(" ", "") + ",").contains("," + token + ",");
    }
}
