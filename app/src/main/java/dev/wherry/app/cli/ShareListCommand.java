// "wherry share list"
package dev.wherry.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.MachineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the shared folders. */
@Command(name = "list", aliases = "ls", description = "List the shared folders, and what is wrong with them.", footer = {
        "",
        "Example:", "  wherry share list --json"})
final class ShareListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return list(machine, spec, json);
    }

    static int list(MachineOption machine, CommandSpec spec, boolean json) throws Exception {
        List<MachineReport.Share> shares = machine.requireRunning().shares();
        if (json) {
            Json.print(spec, shares);
            return ExitCode.DONE;
        }
        shares.forEach(share -> spec.commandLine().getOut().println(ShareCommand.line(share)));
        if (shares.isEmpty()) {
            spec.commandLine().getErr().println("No folder is shared. Share one with \"wherry share add FOLDER\".");
        }
        return ExitCode.DONE;
    }
}
