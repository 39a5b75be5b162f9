// "wherry delete"
package dev.wherry.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.app.removal.Removal;
import dev.wherry.engine.agent.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes the machine, or all that Wherry keeps for the user. */
@Command(description = "Delete the machine with all its containers, images and volumes.", footer = {
        "",
        "--all deletes every machine, all settings and logs, docker contexts and the start at login: what is left when",
        "the package is removed. A docker made by \"wherry docker install-shim\" is removed by \"uninstall-shim\".",
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
    @Option(names = "--all", description = "Delete everything that Wherry keeps for you.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        return all ? deleteAll() : deleteMachine();
    }

    private int deleteAll() throws Exception {
        Removal removal = Removal.ofCurrentUser();
        removal.check();
        List<String> machines = removal.machines();
        consent.require((machines.isEmpty()
                ? "delete"
                : "delete every machine (" + String.join(", ", machines)
                        + ") with all its containers, images and volumes, and")
                + " all settings and logs of Wherry");
        try (ProgressLine progress = progressOptions.line(spec)) {
            removal.run(progress::show);
            progress.note("Deleted.");
        }
        return ExitCode.DONE;
    }

    private int deleteMachine() throws Exception {
        consent.require("delete the machine \"" + machine.name() + "\" with all its containers, images and volumes");
        try (ControlClient agent = machine.connect(); ProgressLine progress = progressOptions.line(spec)) {
            agent.delete(progress::show);
            progress.note("Deleted.");
        }
        return ExitCode.DONE;
    }
}
