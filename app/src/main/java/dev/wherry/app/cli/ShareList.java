// The list of shared folders, which two commands print.
package dev.wherry.app.cli;

import java.util.List;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.share.GuestPath;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What "wherry share" and "wherry share list" do, with the option that both have. */
final class ShareList {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    /** Prints it, on behalf of {@code machine}, and returns the exit code. */
    int print(MachineOption machine) throws Exception {
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
        shares.forEach(share -> spec.commandLine().getOut().println(line(share)));
        if (shares.isEmpty()) {
            spec.commandLine().getErr()
                    .println("No folder is shared. Share one with \"" + machine.wherry() + " share add FOLDER\".");
        }
        return ExitCode.DONE;
    }

    private static List<MachineReport.Share> wanted(MachineOption machine) throws Exception {
        return ConfigShowCommand.settings(machine).config().shares().stream()
                .map(shared -> new MachineReport.Share(shared.folder().toString(), GuestPath.of(shared.folder()),
                        shared.isReadOnly(), false, null))
                .toList();
    }

    /** What people read of a share. */
    static String line(MachineReport.Share share) {
        String place = share.place().equals(share.folder()) ? "" : " at " + share.place();
        String state = share.problem() == null ? "" : "  PROBLEM: " + share.problem();
        return share.folder() + place + (share.readOnly() ? ", read-only" : "") + state;
    }
}
