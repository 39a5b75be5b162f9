// "wherry machine delete"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.host.Directories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a machine by its name. */
@Command(name = "delete", aliases = "rm", description = "Delete a machine with all its data and settings.", footer = {
        "", "Example:", "  wherry machine delete work --yes"})
final class MachineDeleteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private ProgressOptions progressOptions;
    @Mixin
    private Consent consent;
    @Parameters(paramLabel = "NAME", description = "The machine.")
    private String name;

    @Override
    public Integer call() throws Exception {
        MachineOption.requireExisting(name);
        consent.require("delete the machine \"" + name + "\" with all its containers, images and volumes");
        try (ControlClient agent = new AgentLauncher(Directories.ofCurrentUser(), name).findOrStart();
                ProgressLine progress = progressOptions.line(spec)) {
            agent.delete(progress::show);
            progress.note("Deleted.");
        }
        return ExitCode.DONE;
    }
}
