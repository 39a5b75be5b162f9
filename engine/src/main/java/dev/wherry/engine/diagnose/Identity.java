// Who the user is, and where their things are.
package dev.wherry.engine.diagnose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.host.HostName;

/** Replaces folders, user name and host name, in whatever way they are written. */
final class Identity {

    /** Names that say nothing of anybody, and that every log is full of. */
    private static final Set<String> COMMON = Set.of("root", "admin", "administrator", "user", "localhost", "wherry");
    private static final int SHORTEST_NAME = 3;

    private record Replacement(Pattern pattern, String by) {
    }

    private final List<Replacement> folders = new ArrayList<>();
    private final List<Replacement> names = new ArrayList<>();

    /**
     * An identity.
     *
     * @param folders what to put in place of which folder
     * @param user    the user's name
     * @param host    the host's name; empty when not known
     */
    Identity(Map<Path, String> folders, String user, String host) {
        // The longest first: one may lie in another.
        withRealPaths(folders).entrySet().stream()
                .filter(folder -> folder.getKey().getNameCount() > 0)
                .sorted(Comparator.comparingInt(folder -> -folder.getKey().toString().length()))
                .forEach(folder -> this.folders.add(
                        new Replacement(WrittenPath.pattern(folder.getKey()), folder.getValue())));
        addName(user, "<user>", 0);
        addName(host, "<host>", Pattern.CASE_INSENSITIVE);
        int dot = host.indexOf('.');
        if (dot > 0) {
            addName(host.substring(0, dot), "<host>", Pattern.CASE_INSENSITIVE);
        }
    }

    /** Of the user who runs this process. */
    static Identity ofCurrentUser(Path home, Map<String, String> environment) {
        Map<Path, String> folders = new LinkedHashMap<>();
        folders.put(home, "~");
        String moved = environment.getOrDefault("WHERRY_HOME", "");
        if (!moved.isBlank()) {
            folders.put(Path.of(moved), "$WHERRY_HOME");
        }
        return new Identity(folders, System.getProperty("user.name", ""), HostName.of(environment).orElse(""));
    }

    // On macOS /tmp is /private/tmp, and programs print whichever they like.
    private static Map<Path, String> withRealPaths(Map<Path, String> folders) {
        Map<Path, String> all = new LinkedHashMap<>(folders);
        folders.forEach((folder, by) -> {
            try {
                all.putIfAbsent(folder.toRealPath(), by);
            } catch (IOException e) {
                // It does not exist, so it has no other name.
            }
        });
        return all;
    }

    private void addName(String name, String by, int flags) {
        if (name.length() >= SHORTEST_NAME && !COMMON.contains(name)) {
            names.add(new Replacement(
                    Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", flags), by));
        }
    }

    /** {@code text} without the folders. */
    String hideFolders(String text) {
        return replace(folders, text);
    }

    /** {@code text} without the names of user and host. */
    String hideNames(String text) {
        return replace(names, text);
    }

    private static String replace(List<Replacement> replacements, String text) {
        String hidden = text;
        for (Replacement replacement : replacements) {
            hidden = replacement.pattern.matcher(hidden).replaceAll(Matcher.quoteReplacement(replacement.by));
        }
        return hidden;
    }
}
