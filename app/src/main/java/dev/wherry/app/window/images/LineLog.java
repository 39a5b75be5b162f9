// Lines that come in while others read them.
package dev.wherry.app.window.images;

import java.util.ArrayList;
import java.util.List;

import dev.wherry.app.model.Live;

/** A text that only grows. May be used from any thread. */
public final class LineLog {

    private final List<String> lines = new ArrayList<>(); // guarded by this
    private final Live<Integer> size = new Live<>(0);

    /** Adds a line at the end. */
    public void add(String line) {
        synchronized (this) {
            lines.add(line);
        }
        size.update(old -> old + 1);
    }

    /** How many lines there are. */
    public Live<Integer> size() {
        return size;
    }

    /** The lines from number {@code first}, counted from 0, to the last one. */
    public synchronized List<String> from(int first) {
        return List.copyOf(lines.subList(first, lines.size()));
    }

    /** All of it. */
    public synchronized String text() {
        return String.join("\n", lines);
    }
}
