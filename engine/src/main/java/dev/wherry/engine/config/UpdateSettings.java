// What the user has decided about updates.
package dev.wherry.engine.config;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.fetch.Addresses;

/**
 * Whether and where to look for newer versions.
 *
 * @param check whether at all
 * @param url   the release feed's address; empty for the one that the program was built with
 */
public record UpdateSettings(boolean check, Optional<String> url) {

    /** The value that means no address. */
    public static final String NOWHERE = "none";

    private static final String CHECK = "check";
    private static final String URL = "url";

    static UpdateSettings of(JsonNode value) {
        return new UpdateSettings(value.path(CHECK).asBoolean(true),
                Optional.of(value.path(URL)).filter(JsonNode::isTextual).map(JsonNode::asText));
    }

    // "on" and "off" are truth values in YAML.
    static boolean accepts(JsonNode value) {
        return value.isObject() && value.properties().stream().allMatch(entry -> switch (entry.getKey()) {
            case CHECK -> entry.getValue().isBoolean();
            case URL -> entry.getValue().asText().equals(NOWHERE)
                    || (entry.getValue().isTextual() && Addresses.isSafe(entry.getValue().asText()));
            default -> false;
        });
    }
}
