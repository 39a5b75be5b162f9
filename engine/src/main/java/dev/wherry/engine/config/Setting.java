// A value that holds, and why.
package dev.wherry.engine.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The value of a key.
 *
 * @param key    what is set
 * @param value  a valid value
 * @param origin where it comes from
 */
public record Setting(KeyPath key, JsonNode value, Origin origin) {

    /** The value on one line: a text as it is, all else as it would stand in the file. */
    public String text() {
        return value.isTextual() ? value.asText() : YamlText.inline(key.key().asWritten(value));
    }
}
