// The tables of docs/json.md, to be compared with what commands really print.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** One section's fields and their types. */
record DocumentedJson(Map<String, String> types) {

    private static final Path FILE = Path.of("..", "docs", "json.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|");

    /** The section with this heading. */
    static DocumentedJson section(String heading) throws IOException {
        String all = Files.readString(FILE);
        int from = all.indexOf("\n## " + heading + "\n");
        assertThat(from).as("section %s of %s", heading, FILE).isNotNegative();
        int to = all.indexOf("\n## ", from + 1);
        Map<String, String> types = new TreeMap<>();
        Matcher row = ROW.matcher(all.substring(from, to < 0 ? all.length() : to));
        while (row.find()) {
            types.put(row.group(1), row.group(2).strip());
        }
        return new DocumentedJson(types);
    }

    /** Fails unless {@code json} has these fields, each of its type, and no others. */
    void isThatOf(JsonNode json) {
        Map<String, Set<String>> seen = new HashMap<>();
        collect("", json, seen);
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(types.keySet());
        seen.forEach((field, kinds) -> assertThat(Set.of(types.getOrDefault(field, "").split(" or ", -1))).as(field)
                .containsAll(kinds));
    }

    private static void collect(String path, JsonNode node, Map<String, Set<String>> seen) {
        if (!path.isEmpty() && !path.endsWith("[]")) {
            seen.computeIfAbsent(path, field -> new TreeSet<>()).add(kind(node));
        }
        if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(field -> collect(prefix + field.getKey(), field.getValue(), seen));
        }
        node.valueStream().filter(value -> node.isArray()).forEach(value -> collect(path + "[]", value, seen));
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case BINARY, MISSING, POJO -> "none";
        };
    }
}
