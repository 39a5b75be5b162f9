// "wherry socket"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.app.settings.EngineUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the address of the engine socket; it is the same whether the machine runs or not. */
@Command(description = "Print the engine's address, for docker's -H and DOCKER_HOST.", footer = {"", "Example:",
        "  wherry socket"})
final class SocketCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        spec.commandLine().getOut().println(EngineUrl.of(machine.files().engineSocket()));
        return ExitCode.DONE;
    }
}
