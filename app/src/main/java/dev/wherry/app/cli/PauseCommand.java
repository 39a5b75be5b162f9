// "wherry pause"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds the machine still. */
@Command(description = "Hold the machine still; it keeps its memory.", footer = {"",
        "A paused machine uses no processor time. Turning the computer off ends it, as a power cut would.", "",
        "Example:", "  wherry pause"})
final class PauseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;

    @Override
    public Integer call() throws Exception {
        try (ControlClient agent = machine.connectToExisting(); ProgressLine progress = progressOptions.line(spec)) {
            agent.pause(progress::show);
            progress.note("Paused. \"" + machine.wherry() + " resume\" lets it run on.");
        }
        return ExitCode.DONE;
    }
}
