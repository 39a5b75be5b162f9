// "wherry share add"
package dev.wherry.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.ShareSettings;
import dev.wherry.engine.host.Directories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shares one more folder. */
@Command(name = "add", description = "Share a folder, or share it differently.", footer = {"",
        "It is there at once, and after every start.", "", "Examples:", "  wherry share add ~/work",
        "  wherry share add --read-only /opt/data"})
final class ShareAddCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = {"-r", "--read-only"}, description = "Containers may only read it.")
    private boolean readOnly;
    @Parameters(paramLabel = "FOLDER", description = "A folder of this computer.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "\"" + folder + "\" "
                    + (Files.exists(folder) ? "is not a folder; share the folder that it is in." : "is not there."));
        }
        ConfigChange change = new ConfigChange(machine, spec);
        change.apply(
                change.present().with(keyOf(folder), readOnly ? ShareSettings.READ_ONLY : ShareSettings.READ_WRITE));
        return ExitCode.DONE;
    }

    /** The setting of {@code folder}. */
    static KeyPath keyOf(Path folder) {
        Path full = folder.toAbsolutePath().normalize();
        return new KeyPath(ConfigKey.SHARES,
                List.of(full.equals(Directories.home()) ? ShareSettings.HOME : full.toString()));
    }
}
