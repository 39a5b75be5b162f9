// "wherry resume"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the paused machine run on. */
@Command(description = "Let the paused machine run on.", footer = {"", "Example:",
        "  wherry resume"})
final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;

    @Override
    public Integer call() throws Exception {
        try (ControlClient agent = machine.connectToExisting(); ProgressLine progress = progressOptions.line(spec)) {
            agent.resume(progress::show);
            progress.note("Running again.");
        }
        return ExitCode.DONE;
    }
}
