// "wherry ssh"
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a command, or a shell, in the VM. */
@Command(description = "Open a shell in the VM, or run a command there.", footer = {
        "", "The words of the command are joined by spaces and read by the VM's shell, as ssh does.",
        "The exit code is the command's own, or 128 + the number of the signal that ended it.",
        "", "Example:", "  wherry ssh uname -a"})
final class SshCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Option(names = {"-t", "--tty"}, description = "Give the command a terminal.")
    private boolean tty;
    @Parameters(paramLabel = "COMMAND", description = "What to run.")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        boolean terminal = tty || words.isEmpty();
        return ForwardedCommand.run(machine, String.join(" ", words), terminal && LocalTerminal.isThere());
    }
}
