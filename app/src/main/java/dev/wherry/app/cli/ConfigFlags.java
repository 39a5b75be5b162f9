// Settings on the command line, for one start.
package dev.wherry.app.cli;

import java.util.EnumMap;
import java.util.Map;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name a setting each. */
final class ConfigFlags {

    private final Map<ConfigKey, String> given = new EnumMap<>(ConfigKey.class);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--cpus", paramLabel = "NUMBER", description = "Virtual processors.")
    void cpus(@Nullable String value) {
        give(ConfigKey.CPUS, value);
    }

    @Option(names = "--memory", paramLabel = "SIZE", description = "The VM's memory, such as 2GiB.")
    void memory(@Nullable String value) {
        give(ConfigKey.MEMORY, value);
    }

    @Option(names = "--disk", paramLabel = "SIZE", description = "The data disk's size, such as 64GiB; it never shrinks.")
    void disk(@Nullable String value) {
        give(ConfigKey.DISK, value);
    }

    @Option(names = "--accelerator", paramLabel = "NAME", description = "auto, hvf, kvm, whpx or tcg.")
    void accelerator(@Nullable String value) {
        give(ConfigKey.ACCELERATOR, value);
    }

    @Option(names = "--stage-timeout", paramLabel = "SECONDS", description = "How long one stage of the start may take.")
    void stageTimeout(@Nullable String value) {
        give(ConfigKey.STAGE_TIMEOUT, value);
    }

    // picocli calls with null before each parsing.
    private void give(ConfigKey key, @Nullable String value) {
        if (value == null) {
            given.remove(key);
            return;
        }
        try {
            KeyPath.of(key).value(value);
        } catch (ConfigException e) {
            throw new ParameterException(command.commandLine(), key.flag().orElse("") + ": " + e.getMessage());
        }
        given.put(key, value);
    }

    /** What was given, each a value that its key takes. */
    Map<ConfigKey, String> given() {
        return given;
    }

    /**
     * What goes before the file in a start that this command asks for: these options, and the environment.
     *
     * @throws ConfigException when a variable of the environment is wrong
     */
    Overrides overrides() throws ConfigException {
        return Overrides.of(System.getenv(), given);
    }
}
