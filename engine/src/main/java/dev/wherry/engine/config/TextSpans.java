// Where the parts of a YAML document begin and end in its text.
package dev.wherry.engine.config;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Offsets into a text, in chars.
 *
 * @param text what the nodes were read from
 */
record TextSpans(String text) {

    int start(Node node) {
        return offset(node.getStartMark());
    }

    /** Where the last letter of the node ends. YAML has a block end where the next thing begins, comments between included. */
    int end(Node node) {
        if (isBlock(node)) {
            return switch (node) {
                case MappingNode map -> end(map.getValue().getLast().getValueNode());
                case SequenceNode list -> end(list.getValue().getLast());
                default -> throw new IllegalArgumentException(node + " is no collection");
            };
        }
        int start = start(node);
        return start + text.substring(start, offset(node.getEndMark())).stripTrailing().length();
    }

    /** Where the key's part of an entry ends: behind the colon. */
    int endOfKey(Node key) {
        return text.indexOf(':', end(key)) + 1;
    }

    /** Whether this is a map or a list whose entries stand on lines of their own. */
    static boolean isBlock(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK
                && !collection.getValue().isEmpty();
    }

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** The start of the next line, or the end of the text. */
    int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    /** What ends a line of this text. */
    String lineBreak() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    // SnakeYAML counts code points.
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
