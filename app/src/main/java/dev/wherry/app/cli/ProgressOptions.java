// How much a long command says meanwhile.
package dev.wherry.app.cli;

import java.util.Map;

import dev.wherry.app.cli.terminal.StandardStream;
import dev.wherry.app.cli.terminal.TerminalWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of commands that show progress. */
final class ProgressOptions {

    @Option(names = {"-q", "--quiet"}, description = "Say nothing unless it fails.")
    private boolean quiet;

    ProgressLine line(CommandSpec spec) {
        if (quiet) {
            return new ProgressLine(null, null);
        }
        return new ProgressLine(spec.commandLine().getErr(), bar(StandardStream.ERR.isTerminal(), System.getenv()));
    }

    /** How to draw progress with these variables of the environment; null where no line can be written over. */
    static @Nullable ProgressBar bar(boolean terminal, Map<String, String> environment) {
        if (!terminal || environment.getOrDefault("TERM", "").equals("dumb")) {
            return null;
        }
        // NO_COLOR as at no-color.org: any value but an empty one.
        return new ProgressBar(TerminalWidth.of(environment), environment.getOrDefault("NO_COLOR", "").isEmpty());
    }
}
