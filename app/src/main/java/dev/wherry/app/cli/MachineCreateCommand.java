// "wherry machine create"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a machine, and leaves it stopped. */
@Command(name = "create", description = "Make another machine.", footer = {"", "Example:",
        "  wherry machine create work --memory 2GiB"})
final class MachineCreateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private ConfigFlags flags;
    @Mixin
    private ProgressOptions progressOptions;
    @Parameters(paramLabel = "NAME", description = "1 to 24 of a-z, 0-9 and \"-\".")
    private String name;

    @Override
    public Integer call() throws Exception {
        MachineOption machine = MachineOption.ofNew(name);
        if (MachineOption.catalog().exists(machine.name())) {
            throw new AgentException(AgentException.Kind.FAILED, "There is a machine \"" + name + "\" already.",
                    "Start it with \"wherry up -m " + name + "\".");
        }
        try (ProgressLine progress = progressOptions.line(spec)) {
            InitCommand.make(machine, flags, spec, progress);
            progress.note("Start it with \"wherry up -m " + name + "\".");
        }
        return ExitCode.DONE;
    }
}
