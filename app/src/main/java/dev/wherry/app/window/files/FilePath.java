// Paths in containers.
package dev.wherry.app.window.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Absolute paths with slashes, whatever the host's look like. */
final class FilePath {

    static final String TOP = "/";

    private FilePath() {
    }

    /** {@code path} seen from {@code folder}, absolute and without {@code .}, {@code ..} and needless slashes. */
    static String resolve(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (path.startsWith(TOP) ? path : folder + TOP + path).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return TOP + String.join("/", parts);
    }

    /** The folder that {@code path} is in; the top is in itself. */
    static String parent(String path) {
        return resolve(path, "..");
    }

    /** The last part of {@code path}; a slash for the top. */
    static String name(String path) {
        return path.equals(TOP) ? TOP : path.substring(path.lastIndexOf('/') + 1);
    }

    /** The top, and each folder on the way to {@code path}, which comes last. */
    static List<String> way(String path) {
        List<String> way = new ArrayList<>(List.of(TOP));
        for (int end = path.indexOf('/', 1); path.length() > 1 && end >= 0; end = path.indexOf('/', end + 1)) {
            way.add(path.substring(0, end));
        }
        if (path.length() > 1) {
            way.add(path);
        }
        return way;
    }
}
