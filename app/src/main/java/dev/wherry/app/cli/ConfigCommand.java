// "wherry config"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The settings of a machine: without a further word, what they are. */
@Command(description = "See and change the machine's settings.", subcommands = {ConfigShowCommand.class,
        ConfigGetCommand.class, ConfigSetCommand.class, ConfigUnsetCommand.class, ConfigEditCommand.class,
        ConfigPathCommand.class}, footer = {"",
                "Defaults, the file, the environment (WHERRY_CPUS and the like) and the options of \"wherry up\": each goes"
                        + " before those named earlier.",
                "", "Example:", "  wherry config set memory 4GiB"})
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;

    @Override
    public Integer call() throws Exception {
        return ConfigShowCommand.show(machine, spec, false, false);
    }
}
