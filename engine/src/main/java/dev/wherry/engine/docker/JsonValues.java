// What the engine's JSON is read with: null, missing and empty are one and the same to Go, and so to us.
package dev.wherry.engine.docker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of the Engine API's answers. */
final class JsonValues {

    private JsonValues() {
    }

    /** The elements of an array; none for null or a missing array. */
    static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    /** The elements of an array of texts. */
    static Stream<String> strings(JsonNode array) {
        return elements(array).map(JsonNode::asText);
    }

    /** The names of an object's members, in their order. */
    static Set<String> names(JsonNode object) {
        return texts(object).keySet();
    }

    /** The members of an object whose values are texts; empty for null or a missing object. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    /** A time as the engine writes it (RFC 3339); 1970 when there is none. */
    static Instant time(JsonNode text) {
        try {
            return OffsetDateTime.parse(text.asText()).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH; // such as volumes of some drivers, which do not know when they were made
        }
    }
}
