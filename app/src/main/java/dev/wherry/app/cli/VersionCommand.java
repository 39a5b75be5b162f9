// "wherry version"
package dev.wherry.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the version. */
@Command(description = "Print the version.", footer = {"", "Example:", "  wherry version"})
final class VersionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().println(String.join("\n", new Version().getVersion()));
        return ExitCode.DONE;
    }
}
