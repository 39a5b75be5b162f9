// Single values as YAML text, read and written.
package dev.wherry.engine.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML into Jackson's trees, and writes values on one line each. */
final class YamlText {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build());

    /** JSON, which is YAML too, with a space where people put one. */
    private static final ObjectWriter ONE_LINE = new JsonMapper().writer(new DefaultPrettyPrinter(
            new Separators()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEntrySpacing(Separators.Spacing.AFTER)
                    .withArrayValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(null)
            .withArrayIndenter(null));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Letters that mean nothing to YAML wherever they stand. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{Alnum}_./+-]+");

    private YamlText() {
    }

    /**
     * The tree of a whole document; null where there is nothing.
     *
     * @throws JsonProcessingException when it is no YAML, or has a key twice
     */
    static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode tree = YAML.readTree(text);
        return tree == null || tree.isMissingNode() ? NullNode.instance : tree;
    }

    /** A value that a person typed; empty when it is no YAML. */
    static Optional<JsonNode> value(String text) {
        try {
            return Optional.of(parse(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** {@code value} with the words "on" and "off" in the place of truth values, for {@link #inline} to write. */
    static JsonNode inWords(JsonNode value) {
        if (value.isBoolean()) {
            return NODES.rawValueNode(new RawValue(value.asBoolean() ? "on" : "off"));
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode map = NODES.objectNode();
        value.properties().forEach(entry -> map.set(entry.getKey(), inWords(entry.getValue())));
        return map;
    }

    /** {@code value} on one line, fit to stand wherever YAML has a value. */
    static String inline(JsonNode value) {
        if (value.isTextual() && HARMLESS.matcher(value.asText()).matches()
                && value(value.asText()).equals(Optional.of(value))) {
            return value.asText();
        }
        try {
            return ONE_LINE.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory can always be written", e);
        }
    }
}
