// "wherry config unset"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.config.KeyPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes one key out of the file. */
@Command(name = "unset", description = "Take one setting out of the file, so that its default holds.", footer = {"",
        "Example:", "  wherry config unset memory"})
final class ConfigUnsetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private KeyParameter key;

    @Override
    public Integer call() throws Exception {
        KeyPath path = key.path();
        ConfigChange change = new ConfigChange(machine, spec);
        if (change.file().read().setting(path).isEmpty()) {
            change.note("\"" + path + "\" is not set in " + change.file().path() + ".");
        } else {
            change.apply(change.present().without(path));
        }
        return ExitCode.DONE;
    }
}
