// What the user has decided about shared folders.
package dev.wherry.engine.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The folders in a map of folders and what the guest may do with each; the home folder is among them unless it says otherwise. */
public final class ShareSettings {

    /** Stands for the user's home folder, wherever it is. */
    public static final String HOME = "home";
    /** May be read and written. */
    public static final String READ_WRITE = "rw";
    /** May be read. */
    public static final String READ_ONLY = "ro";

    /** May not be used. */
    public static final String OFF = "off";

    /** Absolute on the systems that Wherry runs on: which one it is does not matter to whether a file is right. */
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:[\\\\/].*|\\\\\\\\.+", Pattern.DOTALL);

    private ShareSettings() {
    }

    // "off" is a truth value in YAML.
    static boolean accepts(JsonNode value) {
        return value.isObject() && value.properties().stream().allMatch(
                entry -> (entry.getKey().equals(HOME) || isPath(entry.getKey()))
                        && (isOff(entry.getValue()) || entry.getValue().asText().equals(READ_ONLY)
                                || entry.getValue().asText().equals(READ_WRITE)));
    }

    private static boolean isPath(String text) {
        try {
            return ABSOLUTE.matcher(text).matches() && Path.of(text).getNameCount() >= 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isOff(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }

    /** The folders of {@code shares}, a setting that was accepted; {@code home} is what the word stands for. */
    static List<SharedFolder> of(Setting shares, ConfigDocument document, Path home) {
        List<SharedFolder> folders = new ArrayList<>();
        if (!shares.value().has(HOME)) {
            folders.add(new SharedFolder(home, false, new Origin.Default()));
        }
        shares.value().properties().forEach(entry -> {
            if (!isOff(entry.getValue())) {
                Origin origin = document.setting(shares.key().child(entry.getKey())).map(Setting::origin)
                        .orElse(shares.origin());
                Path folder = entry.getKey().equals(HOME) ? home : Path.of(entry.getKey()).normalize();
                folders.add(new SharedFolder(folder, entry.getValue().asText().equals(READ_ONLY), origin));
            }
        });
        return List.copyOf(folders);
    }
}
