// "wherry share"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.MachineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shared folders: without a further word, their list. */
@Command(description = "List, add and remove folders that containers may use.", subcommands = {ShareListCommand.class,
        ShareAddCommand.class, ShareRemoveCommand.class}, footer = {"",
                "A shared folder is at the same place in the VM as on this computer, so \"docker run -v\" takes its path as it is.",
                "On Windows C:\\Users\\me is /c/Users/me there. Your home folder is shared unless you remove it.", "",
                "Example:", "  wherry share list"})
final class ShareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return ShareListCommand.list(machine, spec, json);
    }

    /** What people read of a share. */
    static String line(MachineReport.Share share) {
        String place = share.place().equals(share.folder()) ? "" : " at " + share.place();
        String state = share.problem() == null ? "" : "  PROBLEM: " + share.problem();
        return share.folder() + place + (share.readOnly() ? ", read-only" : "") + state;
    }
}
