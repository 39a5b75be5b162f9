// Changes one value in the text of a configuration, and not a letter besides.
package dev.wherry.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Edits of one document, each giving a new text. Every new text is read again and has to mean exactly what was asked for:
 * YAML has more forms than anybody foresees, and a file that is not understood is better left alone.
 */
final class ConfigEdit {

    private static final String INDENT = "  ";

    private final ConfigDocument document;
    private final String text;
    private final TextSpans spans;

    ConfigEdit(ConfigDocument document) {
        this.document = document;
        this.text = document.text();
        this.spans = new TextSpans(text);
    }

    /** {@link ConfigDocument#with}. */
    ConfigDocument set(KeyPath path, JsonNode value) throws ConfigException {
        ObjectNode wanted = document.tree().deepCopy();
        mapFor(wanted, path).set(path.names().getLast(), value);
        if (wanted.equals(document.tree())) {
            return document;
        }
        return theOneThatMeans(wanted, path, placements(path.names(), path.key().asWritten(value)));
    }

    // The map that is to hold the last name; what is missing on the way is made.
    private static ObjectNode mapFor(ObjectNode tree, KeyPath path) throws ConfigException {
        ObjectNode map = tree;
        List<String> names = path.names();
        for (String name : names.subList(0, names.size() - 1)) {
            JsonNode next = map.path(name);
            if (!next.isObject() && !next.isNull() && !next.isMissingNode()) {
                throw new ConfigException("\"" + path + "\" cannot be set: \"" + name + "\" is " + next
                        + " and has no keys inside.", "Unset it first.");
            }
            map = next.isObject() ? (ObjectNode) next : map.putObject(name);
        }
        return map;
    }

    /** {@link ConfigDocument#without}, of something that is set. */
    ConfigDocument unset(KeyPath path) throws ConfigException {
        List<MappingNode> maps = mapsOnTheWay(path.names());
        int depth = path.inner().size();
        while (depth > 0 && maps.get(depth).getValue().size() == 1) {
            depth--;
        }
        ObjectNode wanted = document.tree().deepCopy();
        List<String> outer = path.names().subList(0, depth + 1);
        mapFor(wanted, new KeyPath(path.key(), outer.subList(1, outer.size()))).remove(outer.getLast());
        return theOneThatMeans(wanted, path, List.of(without(maps.get(depth), outer.getLast())));
    }

    // Each holds the next name; the last one holds the last, or is the one beyond which the file has no map.
    private List<MappingNode> mapsOnTheWay(List<String> names) {
        List<MappingNode> maps = new ArrayList<>();
        Optional<MappingNode> map = document.root();
        for (String name : names) {
            if (map.isEmpty()) {
                break;
            }
            maps.add(map.get());
            map = ConfigDocument.find(map.get(), name)
                    .map(NodeTuple::getValueNode)
                    .filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast)
                    .filter(inner -> !inner.getValue().isEmpty());
        }
        return maps;
    }

    private ConfigDocument theOneThatMeans(ObjectNode wanted, KeyPath path, List<String> drafts)
            throws ConfigException {
        for (String draft : drafts) {
            Optional<ConfigDocument> read = read(draft).filter(changed -> changed.tree().equals(wanted));
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new ConfigException("Tried to change \"" + path + "\" in " + document.file()
                + " but failed because the file is written in a way that Wherry cannot change safely.",
                "Change it by hand, in an editor.");
    }

    private Optional<ConfigDocument> read(String draft) {
        try {
            return Optional.of(ConfigDocument.parse(document.file(), draft));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    // The texts that may do, best first.
    private List<String> placements(List<String> names, JsonNode value) {
        List<MappingNode> maps = mapsOnTheWay(names);
        if (maps.isEmpty()) {
            return atTopLevel(lines("", names, value));
        }
        MappingNode map = maps.getLast();
        int depth = maps.size() - 1;
        List<String> rest = names.subList(depth + 1, names.size());
        Optional<NodeTuple> entry = ConfigDocument.find(map, names.get(depth));
        if (entry.isPresent()) {
            return List.of(replaced(map, entry.get(), rest, value));
        }
        if (!TextSpans.isBlock(map)) {
            return List.of(inFlow(map, names.get(depth), nested(rest, value)));
        }
        String lines = lines(" ".repeat(map.getStartMark().getColumn()), names.subList(depth, names.size()), value);
        return depth == 0
                ? atTopLevel(lines)
                : List.of(inserted(spans.nextLine(spans.end(map)), lines));
    }

    private List<String> atTopLevel(String lines) {
        List<String> texts = new ArrayList<>();
        String key = lines.strip().split(":", 2)[0];
        for (int place : new CommentedDefaults(text).placesBelow(key)) {
            texts.add(inserted(place, lines));
        }
        texts.add(inserted(text.length(), lines));
        return texts;
    }

    private String replaced(MappingNode map, NodeTuple entry, List<String> rest, JsonNode value) {
        int colon = spans.endOfKey(entry.getKeyNode());
        int start = spans.start(entry.getValueNode());
        int end = spans.end(entry.getValueNode());
        String inline = YamlText.inline(nested(rest, value));
        if (start == end && !rest.isEmpty() && TextSpans.isBlock(map)) {
            String indent = " ".repeat(entry.getKeyNode().getStartMark().getColumn()) + INDENT;
            return inserted(spans.nextLine(colon), lines(indent, rest, value));
        }
        if (start == end) {
            return text.substring(0, colon) + " " + inline + text.substring(colon);
        }
        if (TextSpans.isBlock(entry.getValueNode())) {
            // It stood on lines of its own; what stands before them, comments most likely, stays.
            return text.substring(0, colon) + " " + inline + text.substring(colon, spans.lineStart(start))
                    + text.substring(spans.nextLine(end));
        }
        return text.substring(0, start) + inline + text.substring(end);
    }

    private String inFlow(MappingNode map, String name, JsonNode value) {
        boolean empty = map.getValue().isEmpty();
        int place = empty ? spans.start(map) + 1 : spans.end(map.getValue().getLast().getValueNode());
        return text.substring(0, place) + (empty ? "" : ", ") + YamlText.inline(TextNode.valueOf(name)) + ": "
                + YamlText.inline(value) + text.substring(place);
    }

    private String without(MappingNode map, String name) {
        List<NodeTuple> entries = map.getValue();
        NodeTuple entry = ConfigDocument.find(map, name).orElseThrow();
        int at = entries.indexOf(entry);
        int start = spans.start(entry.getKeyNode());
        int end = Math.max(spans.end(entry.getValueNode()), spans.endOfKey(entry.getKeyNode()));
        if (TextSpans.isBlock(map)) {
            start = spans.lineStart(start);
            end = spans.nextLine(end);
        } else if (at + 1 < entries.size()) {
            end = spans.start(entries.get(at + 1).getKeyNode());
        } else if (at > 0) {
            start = spans.end(entries.get(at - 1).getValueNode());
        }
        return text.substring(0, start) + text.substring(end);
    }

    private String lines(String indent, List<String> names, JsonNode value) {
        String key = indent + YamlText.inline(TextNode.valueOf(names.getFirst())) + ":";
        return names.size() == 1
                ? key + " " + YamlText.inline(value) + spans.lineBreak()
                : key + spans.lineBreak() + lines(indent + INDENT, names.subList(1, names.size()), value);
    }

    private static JsonNode nested(List<String> names, JsonNode value) {
        return names.isEmpty()
                ? value
                : JsonNodeFactory.instance.objectNode().set(names.getFirst(),
                        nested(names.subList(1, names.size()), value));
    }

    // A text that did not end its last line does not do so afterwards either.
    private String inserted(int place, String lines) {
        boolean open = place > 0 && text.charAt(place - 1) != '\n';
        String fitting = open ? spans.lineBreak() + lines.stripTrailing() : lines;
        return text.substring(0, place) + fitting + text.substring(place);
    }
}
