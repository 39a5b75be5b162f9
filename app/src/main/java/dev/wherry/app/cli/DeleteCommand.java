// "wherry delete"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes the machine. */
@Command(description = "Delete the machine with all its containers, images and volumes.", footer = {
        "", "Example:", "  wherry delete --yes"})
final class DeleteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;
    @Mixin
    private Consent consent;

    @Override
    public Integer call() throws Exception {
        consent.require("delete the machine \"" + machine.name() + "\" with all its containers, images and volumes");
        try (ControlClient agent = machine.connect(); ProgressLine progress = progressOptions.line(spec)) {
            agent.delete(progress::show);
            progress.note("Deleted.");
        }
        return ExitCode.DONE;
    }
}
