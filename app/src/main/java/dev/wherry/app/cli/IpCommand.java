// "wherry ip"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells where published ports are: on this computer itself, for the VM has no address that anybody could reach. */
@Command(description = "Print the address on which published ports answer.", footer = {"", "Example:", "  wherry ip"})
final class IpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;

    @Override
    public Integer call() throws Exception {
        machine.requireRunning();
        spec.commandLine().getOut().println("127.0.0.1");
        return ExitCode.DONE;
    }
}
