// "wherry share list"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the shared folders. */
@Command(name = "list", aliases = "ls", description = "List the shared folders, and what is wrong with them.", footer = {
        "",
        "Example:", "  wherry share list --json"})
final class ShareListCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Mixin
    private ShareList list;

    @Override
    public Integer call() throws Exception {
        return list.print(machine);
    }
}
