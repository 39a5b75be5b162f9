// "wherry share list"
package dev.wherry.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.share.GuestPath;
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
        MachineReport report = machine.launcher().status();
        boolean runs = report.vm() != null;
        List<MachineReport.Share> shares = runs ? report.shares() : wanted(machine);
        if (json) {
            Json.print(spec, shares);
            return ExitCode.DONE;
        }
        if (!runs && !shares.isEmpty()) {
            spec.commandLine().getErr().println("The machine does not run. When it does, it shares:");
        }
        shares.forEach(share -> spec.commandLine().getOut().println(ShareCommand.line(share)));
        if (shares.isEmpty()) {
            spec.commandLine().getErr().println("No folder is shared. Share one with \"wherry share add FOLDER\".");
        }
        return ExitCode.DONE;
    }

    private static List<MachineReport.Share> wanted(MachineOption machine) throws Exception {
        return ConfigShowCommand.settings(machine).config().shares().stream()
                .map(shared -> new MachineReport.Share(shared.folder().toString(), GuestPath.of(shared.folder()),
                        shared.isReadOnly(), false, null))
                .toList();
    }
}
