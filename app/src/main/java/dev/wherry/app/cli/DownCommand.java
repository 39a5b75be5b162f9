// "wherry down"
package dev.wherry.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the machine. */
@Command(description = "Stop the machine: containers get ten seconds to end, and data is kept.", footer = {"",
        "Example:", "  wherry down"})
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;

    @Option(names = {"-f", "--force"}, description = "Cut the power instead: nothing is asked, and nothing waited for.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        try (ProgressLine progress = progressOptions.line(spec)) {
            Optional<ControlClient> running = machine.launcher().findOrJoin();
            if (running.isEmpty()) {
                progress.note("The machine was not running.");
                return ExitCode.DONE;
            }
            try (ControlClient agent = running.get()) {
                if (force) {
                    agent.kill(progress::show);
                } else {
                    agent.down(progress::show);
                }
                progress.note("Stopped.");
            }
        }
        return ExitCode.DONE;
    }
}
