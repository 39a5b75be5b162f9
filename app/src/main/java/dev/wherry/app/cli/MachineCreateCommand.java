// "wherry machine create"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a machine, and leaves it stopped. */
@Command(name = "create", description = "Make another machine.", footer = {"", "Example:",
        "  wherry machine create work"})
final class MachineCreateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private ProgressOptions progressOptions;
    @Parameters(paramLabel = "NAME", description = "1 to 24 of a-z, 0-9 and \"-\".")
    private String name;

    @Override
    public Integer call() throws Exception {
        try {
            MachineCatalog.checkName(name);
        } catch (IllegalArgumentException e) {
            throw new AgentException(AgentException.Kind.USAGE, e.getMessage() + ".", "");
        }
        if (MachineOption.catalog().exists(name)) {
            throw new AgentException(AgentException.Kind.FAILED, "There is a machine \"" + name + "\" already.",
                    "Start it with \"wherry up -m " + name + "\".");
        }
        try (ControlClient agent = new AgentLauncher(Directories.ofCurrentUser(), name).findOrStart();
                ProgressLine progress = progressOptions.line(spec)) {
            agent.create(progress::show);
            progress.note("Made \"" + name + "\". Start it with \"wherry up -m " + name + "\".");
        }
        return ExitCode.DONE;
    }
}
