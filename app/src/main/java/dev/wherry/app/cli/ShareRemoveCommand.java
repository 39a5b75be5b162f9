// "wherry share remove"
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.ShareSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shares a folder no longer. */
@Command(name = "remove", aliases = "rm", description = "Share a folder no longer; the folder itself stays as it is.", footer = {
        "", "Containers that use it lose it at once.", "", "Example:", "  wherry share remove ~/work"})
final class ShareRemoveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Parameters(paramLabel = "FOLDER", description = "A shared folder.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        ConfigChange change = new ConfigChange(machine, spec);
        ConfigDocument present = change.present();
        KeyPath key = ShareAddCommand.keyOf(folder);
        if (key.inner().contains(ShareSettings.HOME)) {
            change.apply(present.with(key, ShareSettings.OFF));
        } else if (present.setting(key).isPresent()) {
            change.apply(present.without(key));
        } else {
            throw new ParameterException(spec.commandLine(),
                    "\"" + folder + "\" is not shared by itself; \"" + machine.wherry()
                            + " share list\" shows what is.");
        }
        return ExitCode.DONE;
    }
}
