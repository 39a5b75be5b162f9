// The command that holds the others.
package dev.wherry.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wherry}: nothing without a command. */
@Command(name = "wherry", description = "Linux containers on this computer.", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", commandListHeading = "%n")
final class WherryCommand implements Runnable {

    @Spec
    private CommandSpec spec;
    @Mixin
    @SuppressWarnings("UnusedVariable") // the commands' own options look for it here
    private MachineOption machine;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
