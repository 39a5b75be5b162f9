// "wherry restart"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.config.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restarts the machine, or only the agent. */
@Command(description = "Stop and start the machine.", footer = {"", "Example:", "  wherry restart"})
final class RestartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ConfigFlags flags;
    @Mixin
    private ProgressOptions progressOptions;
    @Option(names = "--agent", description = "Restart only Wherry's background process; containers go on running.")
    private boolean agentOnly;

    @Override
    public Integer call() throws Exception {
        if (agentOnly) {
            machine.launcher().quit();
            machine.launcher().status();
            return ExitCode.DONE;
        }
        Overrides overrides = flags.overrides();
        try (ControlClient agent = machine.connectToExisting(); ProgressLine progress = progressOptions.line(spec)) {
            agent.restart(overrides, progress::show);
            progress.note("Running again.");
        }
        return ExitCode.DONE;
    }
}
