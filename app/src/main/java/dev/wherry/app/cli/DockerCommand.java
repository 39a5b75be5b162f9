// "wherry docker"
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.app.cli.terminal.StandardStream;
import dev.wherry.engine.host.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs the guest's docker client, so that the host needs none. */
@Command(description = "Run docker in the VM; the exit code is docker's own.", subcommands = {InstallShimCommand.class,
        UninstallShimCommand.class}, footer = {"",
                "It works in the folder that you are in, if that is shared.", "", "Examples:",
                "  wherry docker run --rm hello-world",
                "  wherry docker build ."})
final class DockerCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Parameters(paramLabel = "ARGUMENTS", description = "As for docker.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        String line = DockerLine.of(arguments, Path.of("").toAbsolutePath(),
                Platform.current().os() == Platform.Os.WINDOWS);
        // On a terminal both outputs would become one: with either redirected they have to stay apart.
        return ForwardedCommand.run(machine, line, StandardStream.areTerminals());
    }
}
