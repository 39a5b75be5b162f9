// How much a long command says meanwhile.
package dev.wherry.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of commands that show progress. */
final class ProgressOptions {

    @Option(names = {"-q", "--quiet"}, description = "Say nothing unless it fails.")
    private boolean quiet;

    ProgressLine line(CommandSpec spec) {
        if (quiet) {
            return new ProgressLine(null, false);
        }
        return new ProgressLine(spec.commandLine().getErr(), LocalTerminal.isThere());
    }
}
