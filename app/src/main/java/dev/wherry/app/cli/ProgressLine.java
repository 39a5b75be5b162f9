// Shows how far a long command has come.
package dev.wherry.app.cli;

import java.io.PrintWriter;

import dev.wherry.engine.agent.Progress;
import org.jspecify.annotations.Nullable;

/** On a terminal one line that moves, elsewhere one line for each stage. */
final class ProgressLine implements AutoCloseable {

    private static final String CLEAR = "\r\033[K";

    private final @Nullable PrintWriter out;
    private final @Nullable ProgressBar bar;
    private String shown = "";

    /**
     * A progress display.
     *
     * @param out where to show it; null for nowhere
     * @param bar how to draw it when {@code out} is a terminal, on which a line can be written over; else null
     */
    ProgressLine(@Nullable PrintWriter out, @Nullable ProgressBar bar) {
        this.out = out;
        this.bar = bar;
    }

    void show(Progress progress) {
        String line = bar == null ? progress.message() + " ..." : bar.draw(progress.fraction(), progress.message());
        if (out == null || line.equals(shown)) {
            return;
        }
        shown = line;
        if (bar == null) {
            out.println(line);
        } else {
            out.print(CLEAR + line);
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
        if (out != null && bar != null && !shown.isEmpty()) {
            out.print(CLEAR);
            out.flush();
            shown = "";
        }
    }
}
