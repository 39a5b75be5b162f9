// "wherry init"
package dev.wherry.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the configuration file. */
@Command(description = "Make the configuration file, with every setting explained in it.", footer = {"",
        "A file that is there is kept; only the settings that are given as options change in it.", "", "Example:",
        "  wherry init --cpus 2 --memory 4GiB"})
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ConfigFlags flags;

    @Override
    public Integer call() throws Exception {
        ConfigChange change = new ConfigChange(machine, spec);
        boolean kept = change.file().exists();
        ConfigDocument document = change.present();
        for (Map.Entry<ConfigKey, String> flag : flags.given().entrySet()) {
            document = document.with(KeyPath.of(flag.getKey()), flag.getValue());
        }
        change.apply(document);
        change.note((kept ? "Kept " : "Made ") + change.file().path() + ".");
        return ExitCode.DONE;
    }
}
