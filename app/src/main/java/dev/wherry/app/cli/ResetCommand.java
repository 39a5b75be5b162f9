// "wherry reset"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the machine anew from whatever state it is in, with its data or without. */
@Command(description = "Restart a hung machine by power cut, or empty it.", footer = {
        "", "Without --data everything on the disk is kept; what programs had not yet written is lost.", "", "Example:",
        "  wherry reset --data --yes"})
final class ResetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;
    @Mixin
    private Consent consent;
    @Option(names = "--data", description = "Delete all containers, images and volumes; settings are kept.")
    private boolean data;

    @Override
    public Integer call() throws Exception {
        if (data) {
            consent.require("delete all containers, images and volumes of the machine \"" + machine.name() + "\"");
        }
        try (ControlClient agent = machine.connectToExisting(); ProgressLine progress = progressOptions.line(spec)) {
            if (data) {
                agent.wipe(progress::show);
                progress.note("The machine is empty, and as it was configured.");
            } else {
                agent.reset(progress::show);
                progress.note("Running again; the data disk was kept.");
            }
        }
        return ExitCode.DONE;
    }
}
