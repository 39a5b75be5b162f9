// "wherry ssh"
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command, or a shell, in the VM. */
@Command(description = "Open a shell in the VM, or run a command there.", footer = {
        "",
        "The words of the command are joined by spaces and read by the VM's shell, as ssh does. A shell gets the terminal,",
        "a command only with -t.",
        "The exit code is the command's own, or 128 + the number of the signal that ended it.", "", "Example:",
        "  wherry ssh df -h /var/lib/docker"})
final class SshCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private TerminalOptions terminal;
    @Parameters(paramLabel = "COMMAND", description = "What to run.")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        boolean withTerminal = terminal.give(words.isEmpty(), spec.commandLine().getErr());
        return ForwardedCommand.run(machine, String.join(" ", words), withTerminal);
    }
}
