// "wherry config path"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints where the file is. */
@Command(name = "path", description = "Print the path of the file, whether it is there or not.", footer = {"",
        "Example:", "  wherry config path"})
final class ConfigPathCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;

    @Override
    public Integer call() throws Exception {
        spec.commandLine().getOut().println(machine.files().config());
        return ExitCode.DONE;
    }
}
