// "wherry up"
package dev.wherry.app.cli;

import java.time.Duration;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.machine.MachineState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the machine. */
@Command(description = "Start the machine, and return when containers can run.", footer = {
        "", "Ctrl-C gives the terminal back; the start goes on. \"wherry down\" calls it off.", "", "Example:",
        "  wherry up"})
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ConfigFlags flags;
    @Mixin
    private ProgressOptions progressOptions;

    @Override
    public Integer call() throws Exception {
        long begin = System.nanoTime();
        Overrides overrides = flags.overrides();
        try (ControlClient agent = machine.connect(); ProgressLine progress = progressOptions.line(spec)) {
            if (!flags.given().isEmpty() && agent.status().state() == MachineState.RUNNING) {
                progress.note("It runs already: settings count at a start, so use \"" + machine.wherry()
                        + " restart\" with them.");
            }
            MachineReport report = agent.up(overrides, progress::show);
            double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
            progress.note("Running after %.1f s. For docker clients: eval \"$(%s env)\"".formatted(seconds,
                    machine.wherry()));
            if (report.vm() != null && report.vm().accelerator().equals("tcg")) {
                progress.note(report.vm().reason());
            }
        }
        return ExitCode.DONE;
    }
}
