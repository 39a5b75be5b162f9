// A part of a JSON document, to be shown in a tree.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object or an element of an array.
 *
 * @param path     where it is, such as {@code /Config/Env/0}
 * @param name     its key, or its number in an array
 * @param value    what it holds; empty when it holds others
 * @param children what it holds otherwise
 */
record JsonEntry(String path, String name, String value, List<JsonEntry> children) {

    JsonEntry {
        children = List.copyOf(children);
    }

    /** All of {@code json}. */
    static JsonEntry of(JsonNode json) {
        return of("", "", json);
    }

    private static JsonEntry of(String path, String name, JsonNode json) {
        List<JsonEntry> children = new ArrayList<>();
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                children.add(of(path + "/" + i, String.valueOf(i), json.path(i)));
            }
        } else {
            json.properties().forEach(member -> children
                    .add(of(path + "/" + member.getKey(), member.getKey(), member.getValue())));
        }
        String value = json.isContainerNode() ? json.isEmpty() ? json.toString() : "" : json.asText();
        return new JsonEntry(path, name, value, children);
    }

    /** The same with only what has {@code text} in its name or value, and what holds such; null when nothing has. */
    @Nullable
    JsonEntry filtered(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        if ((name + "\n" + value).toLowerCase(Locale.ROOT).contains(wanted)) {
            return this;
        }
        List<JsonEntry> left = new ArrayList<>();
        for (JsonEntry child : children) {
            JsonEntry kept = child.filtered(text);
            if (kept != null) {
                left.add(kept);
            }
        }
        return left.isEmpty() ? null : new JsonEntry(path, name, value, left);
    }
}
