// The "filters" parameter of the Engine API.
package dev.wherry.app.fake;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Filters by name; lists as they are written today, and objects as older clients write them. */
record Filters(Map<String, List<String>> values) {

    static Filters parse(String text) {
        Map<String, List<String>> values = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> filter : Json.MAPPER.readTree(text.isEmpty() ? "{}" : text).properties()) {
                List<String> wanted = new ArrayList<>();
                if (filter.getValue().isArray()) {
                    filter.getValue().forEach(value -> wanted.add(value.asText()));
                } else {
                    filter.getValue().fieldNames().forEachRemaining(wanted::add);
                }
                values.put(filter.getKey(), wanted);
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return new Filters(values);
    }

    /** Whether the filter {@code name} lets {@code value} through; one that is not there lets everything through. */
    boolean allow(String name, String value) {
        List<String> wanted = values.get(name);
        return wanted == null || wanted.isEmpty() || wanted.contains(value);
    }

    /** Whether the filter {@code name} lets {@code text} through, which has only to contain what is wanted. */
    boolean allowPart(String name, String text) {
        List<String> wanted = values.get(name);
        return wanted == null || wanted.isEmpty() || wanted.stream().anyMatch(text::contains);
    }

    /** Whether every wanted label ({@code key} or {@code key=value}) is among {@code labels}. */
    boolean allowLabels(Map<String, String> labels) {
        return values.getOrDefault("label", List.of()).stream().allMatch(wanted -> {
            int equals = wanted.indexOf('=');
            return equals < 0
                    ? labels.containsKey(wanted)
                    : wanted.substring(equals + 1).equals(labels.get(wanted.substring(0, equals)));
        });
    }

    /** The first value of the filter {@code name}, or {@code otherwise}. */
    String first(String name, String otherwise) {
        List<String> wanted = values.getOrDefault(name, List.of());
        return wanted.isEmpty() ? otherwise : wanted.getFirst();
    }
}
