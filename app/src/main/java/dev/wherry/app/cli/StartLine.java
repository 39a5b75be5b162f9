// Shows how far a machine is that starts for a command.
package dev.wherry.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;

import dev.wherry.app.cli.terminal.StandardStream;
import dev.wherry.engine.agent.Progress;
import org.jspecify.annotations.Nullable;

/** Asks the terminal for nothing until there is something to show: most commands find their machine running. */
final class StartLine implements AutoCloseable {

    private final Supplier<ProgressLine> way;
    private @Nullable ProgressLine line;

    /** Shows it in the way that {@code way} chooses when it begins. */
    StartLine(Supplier<ProgressLine> way) {
        this.way = way;
    }

    /** On standard error, which is {@link #on} a terminal or not. */
    static ProgressLine ofThisProcess() {
        return on(StandardStream.ERR.isTerminal(), new PrintWriter(System.err, false, System.err.charset()),
                System.getenv());
    }

    /** As "wherry up" shows it on a terminal; nowhere else, where standard error is the command's own. */
    static ProgressLine on(boolean terminal, PrintWriter err, Map<String, String> environment) {
        return terminal
                ? new ProgressLine(err, ProgressOptions.bar(true, environment))
                : new ProgressLine(null, null);
    }

    void show(Progress progress) {
        if (line == null) {
            line = way.get();
        }
        line.show(progress);
    }

    /** Wipes it, so that the command begins on a clean line. */
    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
    }
}
