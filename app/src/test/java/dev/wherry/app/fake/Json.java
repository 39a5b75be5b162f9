// JSON, written down as it is read.
package dev.wherry.app.fake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Makes the answers of the fake engine. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Json() {
    }

    /** An object of names and values by turns; a value is null, JSON, a text, a number, a truth value, a list or a map. */
    static ObjectNode object(@Nullable Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set(String.valueOf(namesAndValues[i]), MAPPER.<JsonNode>valueToTree(namesAndValues[i + 1]));
        }
        return object;
    }

    /** As the engine writes a time: RFC 3339 with nanoseconds; null is Go's zero time. */
    static String time(@Nullable Instant time) {
        return time == null ? "0001-01-01T00:00:00Z" : TIME.format(time);
    }
}
