// "wherry config set"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.KeyPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets one key. */
@Command(name = "set", description = "Change one setting in the file; its comments stay as they are.", footer = {"",
        "Tells when the change takes effect. The data disk of a running machine grows at once.", "", "Examples:",
        "  wherry config set memory 4GiB",
        "  wherry config set engine.insecure-registries '[\"registry.local:5000\"]'"})
final class ConfigSetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private KeyParameter key;
    @Parameters(index = "1", paramLabel = "VALUE", description = "YAML on one line.")
    private String value;

    @Override
    public Integer call() throws Exception {
        KeyPath path = key.path();
        try {
            path.value(value);
        } catch (ConfigException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        ConfigChange change = new ConfigChange(machine, spec);
        change.apply(change.present().with(path, value));
        return ExitCode.DONE;
    }
}
