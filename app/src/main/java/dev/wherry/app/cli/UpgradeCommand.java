// "wherry upgrade"
package dev.wherry.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a running machine to the guest image that came with this program. Nothing is asked of the network. */
@Command(description = "Bring the machine to the guest image of this version of Wherry.", footer = {"",
        "A new guest image comes with a new version of Wherry; every start uses it. A machine that has been running since",
        "before is restarted here. Its data is kept.", "", "Example:", "  wherry upgrade --check"})
final class UpgradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;
    @Mixin
    private Consent consent;
    @Option(names = "--check", description = "Only tell whether there is anything to do.")
    private boolean check;

    @Override
    public Integer call() throws Exception {
        String installed = installed();
        MachineReport.Vm vm = machine.launcher().status().vm();
        if (vm == null) {
            return tell("Nothing runs; the next start will use the guest image " + installed + ".");
        }
        if (vm.image().equals(installed)) {
            return tell("The machine runs the guest image " + installed + ", the newest one here.");
        }
        String change = "The machine runs the guest image " + vm.image() + "; there is " + installed + " here.";
        if (check) {
            return tell(change);
        }
        consent.require("restart the machine, with all containers that run");
        try (ControlClient agent = machine.connect(); ProgressLine progress = progressOptions.line(spec)) {
            agent.restart(Overrides.of(System.getenv(), Map.of()), progress::show);
            progress.note("Running the guest image " + installed + ".");
        }
        return ExitCode.DONE;
    }

    private int tell(String line) {
        spec.commandLine().getOut().println(line);
        return ExitCode.DONE;
    }

    private static String installed() throws AgentException {
        try {
            return GuestImage.open(ImageLocation.in(Directories.ofCurrentUser())).manifest().version();
        } catch (ImageException e) {
            throw new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), ImageLocation.REMEDY);
        }
    }
}
