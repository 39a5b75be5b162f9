// The command that holds the others.
package dev.wherry.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wherry}: nothing without a command. */
@Command(name = "wherry", description = "Linux containers on this computer.", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        UpCommand.class, DownCommand.class, RestartCommand.class, StatusCommand.class, SshCommand.class,
        DockerCommand.class, EnvCommand.class, LogsCommand.class, DeleteCommand.class, VersionCommand.class,
        CommandLine.HelpCommand.class})
final class WherryCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
