// The text of a configuration file with its meaning, and where in the text each part stands.
package dev.wherry.engine.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A configuration that has been read and found right. It does not change; what changes it gives a new one.
 *
 * <p>Jackson says what the text means, SnakeYAML beneath it where each part stands.
 */
public final class ConfigDocument {

    private final Path file;
    private final String text;
    private final Optional<MappingNode> root;
    private final ObjectNode tree;

    private ConfigDocument(Path file, String text, Optional<MappingNode> root, ObjectNode tree) {
        this.file = file;
        this.text = text;
        this.root = root;
        this.tree = tree;
    }

    /**
     * Reads {@code text}, the content of {@code file}.
     *
     * @throws ConfigException naming file, line, key and what is allowed there
     */
    static ConfigDocument parse(Path file, String text) throws ConfigException {
        try {
            refuseAliases(file, text);
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            JsonNode tree = YamlText.parse(text);
            if (tree.isNull()) {
                return new ConfigDocument(file, text, Optional.empty(), JsonNodeFactory.instance.objectNode());
            }
            if (!(root instanceof MappingNode map && tree instanceof ObjectNode values)) {
                throw wrong(file, line(root.getStartMark()), "the file should hold lines of the form \"key: value\"");
            }
            ConfigDocument document = new ConfigDocument(file, text, Optional.of(map), values);
            for (NodeTuple entry : map.getValue()) {
                document.check(entry);
            }
            return document;
        } catch (MarkedYAMLException e) {
            throw noYaml(file, e);
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            throw wrong(file, 1 + (int) before.chars().filter(c -> c == '\n').count(),
                    "there is a character that no text file has");
        } catch (YAMLException e) {
            throw wrong(file, 1, "this is too much for a configuration: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw wrong(file, e.getLocation().getLineNr(), e.getOriginalMessage());
        }
    }

    // One value that stands for many places could not be changed in one of them.
    private static void refuseAliases(Path file, String text) throws ConfigException {
        for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
            if (event instanceof AliasEvent alias) {
                throw wrong(file, line(alias.getStartMark()),
                        "the alias *" + alias.getAnchor() + " cannot be used here; write the value itself");
            }
        }
    }

    private void check(NodeTuple entry) throws ConfigException {
        int line = line(entry.getKeyNode().getStartMark());
        String name = name(entry);
        ConfigKey key = ConfigKey.of(name).orElseThrow(() -> wrong(file, line, ConfigKey.unknown(name)));
        JsonNode value = tree.path(name);
        if (key.isMap() && entry.getValueNode() instanceof MappingNode map) {
            checkEntries(key, map, value);
        }
        if (!key.accepts(value)) {
            throw wrong(file, line, "\"" + name + "\" " + key.refusal(value));
        }
    }

    // An entry is at fault that would be refused even were it the only one.
    private void checkEntries(ConfigKey key, MappingNode map, JsonNode value) throws ConfigException {
        for (NodeTuple inner : map.getValue()) {
            JsonNode given = value.path(name(inner));
            if (!key.accepts(JsonNodeFactory.instance.objectNode().set(name(inner), given))) {
                throw wrong(file, line(inner.getKeyNode().getStartMark()),
                        "\"" + KeyPath.of(key).child(name(inner)) + "\" " + key.refusal(given));
            }
        }
    }

    // The place where the construct began helps more than the one where its end was missed.
    private static ConfigException noYaml(Path file, MarkedYAMLException e) {
        Mark mark = e.getContextMark() == null ? e.getProblemMark() : e.getContextMark();
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return wrong(file, line(mark), context + e.getProblem().strip());
    }

    private static ConfigException wrong(Path file, int line, String what) {
        return new ConfigException(file + ", line " + line + ": " + what + ".",
                "Correct that line; the file was left as it is.");
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    Path file() {
        return file;
    }

    /** The text that was read. */
    public String text() {
        return text;
    }

    /** The map of all keys; empty when there is none. */
    Optional<MappingNode> root() {
        return root;
    }

    /** The values of all keys that are set. */
    ObjectNode tree() {
        return tree;
    }

    /** What is set at {@code path}; a key of maps with nothing behind it is not set. */
    public Optional<Setting> setting(KeyPath path) {
        Optional<MappingNode> map = root;
        JsonNode value = tree;
        Optional<NodeTuple> entry = Optional.empty();
        for (String name : path.names()) {
            entry = map.flatMap(parent -> find(parent, name));
            map = entry.map(NodeTuple::getValueNode).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
            value = value.path(name);
        }
        if (value.isNull() && path.inner().isEmpty()) {
            return Optional.empty();
        }
        JsonNode found = value;
        return entry.map(NodeTuple::getKeyNode).map(
                key -> new Setting(path, found, new Origin.File(file, line(key.getStartMark()))));
    }

    /**
     * This configuration with {@code path} set: in place where it is set already, else below its commented-out default, else at
     * the end of the map that it belongs to. All else stays as it is, to the letter; comments within a replaced value go with
     * it.
     *
     * @param value as a person typed it: YAML on one line
     * @throws ConfigException when the value is not allowed, something on the way is no map, or the text's form is not understood
     */
    public ConfigDocument with(KeyPath path, String value) throws ConfigException {
        return new ConfigEdit(this).set(path, path.value(value));
    }

    /** This configuration without {@code path}; a map that held nothing else goes with it. */
    public ConfigDocument without(KeyPath path) throws ConfigException {
        return setting(path).isEmpty() ? this : new ConfigEdit(this).unset(path);
    }

    /** The entry of {@code map} whose key is {@code name}, however it is quoted. */
    static Optional<NodeTuple> find(MappingNode map, String name) {
        return map.getValue().stream().filter(entry -> name(entry).equals(name)).findFirst();
    }

    private static String name(NodeTuple entry) {
        // Jackson has refused documents with other keys.
        return ((ScalarNode) entry.getKeyNode()).getValue();
    }
}
