// "wherry init"
package dev.wherry.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the machine: its configuration file and its disk. */
@Command(description = "Make the machine and its configuration file, and leave it stopped.", footer = {"",
        "\"wherry up\" does so too where need be. What is there is kept; only the settings that are given as options change.",
        "", "Example:", "  wherry init --cpus 2 --memory 4GiB"})
final class InitCommand implements Callable<Integer> {

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
        try (ProgressLine progress = progressOptions.line(spec)) {
            make(machine, flags, spec, progress);
        }
        return ExitCode.DONE;
    }

    /** Makes what is missing of {@code machine}, with the settings in {@code flags}. */
    static void make(MachineOption machine, ConfigFlags flags, CommandSpec spec, ProgressLine progress)
            throws AgentException, ConfigException, InterruptedException {
        ConfigChange change = new ConfigChange(machine, spec);
        String did = change.file().exists() ? "Kept " : "Made ";
        ConfigDocument document = change.present();
        for (Map.Entry<ConfigKey, String> flag : flags.given().entrySet()) {
            document = document.with(KeyPath.of(flag.getKey()), flag.getValue());
        }
        change.apply(document);
        progress.note(did + change.file().path() + ".");
        if (MachineOption.catalog().exists(machine.name())) {
            progress.note("The machine \"" + machine.name() + "\" is there already.");
            return;
        }
        try (ControlClient agent = machine.connect()) {
            agent.create(progress::show);
            progress.note("Made the machine \"" + machine.name() + "\".");
        }
    }
}
