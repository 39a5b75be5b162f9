// "wherry share"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shared folders: without a further word, their list. */
@Command(description = "List, add and remove folders that containers may use.", subcommands = {ShareListCommand.class,
        ShareAddCommand.class, ShareRemoveCommand.class}, footer = {"",
                "A shared folder is at the same place in the VM as on this computer, so \"docker run -v\" takes its path as it is.",
                "On Windows C:\\Users\\me is /c/Users/me there. Your home folder is shared unless you remove it.", "",
                "Example:", "  wherry share list"})
final class ShareCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Mixin
    private ShareList list;

    @Override
    public Integer call() throws Exception {
        return list.print(machine);
    }
}
