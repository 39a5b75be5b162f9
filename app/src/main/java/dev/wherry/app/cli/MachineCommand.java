// "wherry machine"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Several machines: without a further word, their list. */
@Command(description = "List, make, choose and delete machines.", subcommands = {MachineListCommand.class,
        MachineCreateCommand.class, MachineUseCommand.class, MachineDeleteCommand.class}, footer = {"",
                "Each machine has its own disk, settings, engine socket and docker context; several may run at once.",
                "",
                "Example:", "  wherry machine list"})
final class MachineCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Mixin
    private MachineList list;

    @Override
    public Integer call() throws Exception {
        return list.print(machine);
    }
}
