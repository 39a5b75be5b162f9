// Shows how far a long command has come.
package dev.wherry.app.cli;

import java.io.PrintWriter;

import dev.wherry.engine.agent.Progress;
import org.jspecify.annotations.Nullable;

/** On a terminal one line that moves, elsewhere one line for each stage. */
final class ProgressLine implements AutoCloseable {

    private static final int BAR = 24;
    private static final String CLEAR = "\r\033[K";

    private final @Nullable PrintWriter out;
    private final boolean moving;
    private String shown = "";

    /**
     * A progress display.
     *
     * @param out    where to show it; null for nowhere
     * @param moving whether {@code out} is a terminal, on which a line can be written over
     */
    ProgressLine(@Nullable PrintWriter out, boolean moving) {
        this.out = out;
        this.moving = moving;
    }

    void show(Progress progress) {
        if (out == null || progress.message().equals(shown)) {
            return;
        }
        shown = progress.message();
        if (moving) {
            int full = (int) Math.round(progress.fraction() * BAR);
            out.print(CLEAR + "[" + "=".repeat(full) + " ".repeat(BAR - full) + "] " + shown);
        } else {
            out.println(shown + " ...");
        }
        out.flush();
    }

    /** A line that stays. */
    void note(String line) {
        if (out != null) {
            close();
            out.println(line);
            out.flush();
        }
    }

    /** Wipes what moves, so that whatever is printed next begins on a clean line. */
    @Override
    public void close() {
        if (out != null && moving && !shown.isEmpty()) {
            out.print(CLEAR);
            out.flush();
            shown = "";
        }
    }
}
