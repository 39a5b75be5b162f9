// Names a setting, or one inside another, as people type it: engine.log-opts.max-size
package dev.wherry.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A key of the configuration, and the way into its map. Names are joined by dots; one that itself has a dot stands in double
 * quotes: {@code engine.features."a.b"}.
 *
 * @param key   the key
 * @param inner names inside its map, outermost first; empty for the whole value
 */
public record KeyPath(ConfigKey key, List<String> inner) {

    private static final Pattern NAME = Pattern.compile("\\G(?:\"([^\"]+)\"|([^.\"]+))(\\.|$)");

    public KeyPath {
        inner = List.copyOf(inner);
    }

    /** The whole value of {@code key}. */
    public static KeyPath of(ConfigKey key) {
        return new KeyPath(key, List.of());
    }

    /**
     * Reads what a person typed.
     *
     * @throws ConfigException when there is no such key, with the nearest one
     */
    public static KeyPath parse(String text) throws ConfigException {
        List<String> names = names(text);
        String first = names.isEmpty() ? text : names.getFirst();
        ConfigKey key = ConfigKey.of(first).orElseThrow(() -> wrong(ConfigKey.unknown(first)));
        if (names.size() > 1 && !key.isMap()) {
            throw wrong("\"" + key.key() + "\" has no keys inside");
        }
        return new KeyPath(key, names.subList(1, names.size()));
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        boolean more = true;
        while (more && matcher.find()) {
            names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            more = !matcher.group(3).isEmpty();
        }
        return more ? List.of() : names;
    }

    private static ConfigException wrong(String what) {
        return new ConfigException(Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".", "");
    }

    /**
     * The value that {@code text} stands for; inside "engine" every value is allowed.
     *
     * @throws ConfigException naming the key, what was given and what is allowed
     */
    public JsonNode value(String text) throws ConfigException {
        JsonNode value = YamlText.value(text).orElseThrow(
                () -> new ConfigException("\"" + this + "\" cannot be \"" + text + "\", which is no YAML.", ""));
        if (!key.accepts(asWhole(value))) {
            throw new ConfigException("\"" + this + "\" " + key.refusal(value) + ".", "");
        }
        return value;
    }

    // The key's value, were this the only thing in it.
    private JsonNode asWhole(JsonNode value) {
        JsonNode whole = value;
        for (String name : inner.reversed()) {
            whole = JsonNodeFactory.instance.objectNode().set(name, whole);
        }
        return whole;
    }

    /** All names, the key's first. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(key.key()));
        names.addAll(inner);
        return names;
    }

    /** The setting called {@code name} inside this one. */
    KeyPath child(String name) {
        List<String> longer = new ArrayList<>(inner);
        longer.add(name);
        return new KeyPath(key, longer);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return names().stream()
                .map(name -> name.contains(".") ? "\"" + name + "\"" : name)
                .collect(Collectors.joining("."));
    }
}
