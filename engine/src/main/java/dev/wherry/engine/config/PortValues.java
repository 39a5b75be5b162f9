// What the configuration says of published ports.
package dev.wherry.engine.config;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.forward.PortPolicy.Rule;

/** Reads the map {@code ports}. */
final class PortValues {

    private static final String BIND = "bind";
    private static final String LOOPBACK = "loopback";
    private static final String ALL = "all";
    private static final int LAST = 65_535;

    private PortValues() {
    }

    static boolean accepts(JsonNode value) {
        return value.isObject() && value.properties().stream().allMatch(entry -> entry.getKey().equals(BIND)
                ? isBind(entry.getValue())
                : port(entry.getKey()).isPresent() && (isBind(entry.getValue()) || isPort(entry.getValue())));
    }

    private static boolean isBind(JsonNode value) {
        return value.asText().equals(LOOPBACK) || value.asText().equals(ALL);
    }

    private static boolean isPort(JsonNode value) {
        return value.isInt() && value.asInt() >= 1 && value.asInt() <= LAST;
    }

    private static OptionalInt port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 1 && port <= LAST && text.equals(Integer.toString(port))
                    ? OptionalInt.of(port)
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** What {@code value} says, which was accepted. */
    static PortPolicy of(JsonNode value) {
        Map<Integer, Rule> rules = new HashMap<>();
        value.properties().forEach(entry -> port(entry.getKey())
                .ifPresent(port -> rules.put(port, rule(entry.getValue()))));
        return new PortPolicy(isAll(value.path(BIND)), rules);
    }

    private static Rule rule(JsonNode value) {
        return value.isInt() ? new Rule.Move(value.asInt()) : new Rule.Bind(isAll(value));
    }

    private static boolean isAll(JsonNode value) {
        return value.asText().equals(ALL);
    }
}
