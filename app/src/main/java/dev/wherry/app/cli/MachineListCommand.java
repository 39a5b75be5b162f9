// "wherry machine list"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the machines. */
@Command(name = "list", aliases = "ls", description = "List the machines; a star marks the one in use.", footer = {"",
        "Example:", "  wherry machine list --json"})
final class MachineListCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Mixin
    private MachineList list;

    @Override
    public Integer call() throws Exception {
        return list.print(machine);
    }
}
