// "wherry machine use"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Chooses the machine that commands are about when nobody names one. */
@Command(name = "use", description = "Choose the machine that commands are about from now on.", footer = {"",
        "The option -m and the variable WHERRY_MACHINE go before it.", "", "Example:", "  wherry machine use default"})
final class MachineUseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The machine.")
    private String name;

    @Override
    public Integer call() throws Exception {
        MachineOption.requireExisting(name);
        MachineOption.catalog().choose(name);
        return ExitCode.DONE;
    }
}
