// "wherry config get"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the value of one key. */
@Command(name = "get", description = "Print one setting, and nothing else.", footer = {"", "Examples:",
        "  wherry config get memory", "  wherry config get engine.log-opts.max-size"})
final class ConfigGetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private KeyParameter key;

    @Override
    public Integer call() throws Exception {
        KeyPath path = key.path();
        String wherry = machine.wherry();
        Setting setting = ConfigShowCommand.settings(machine).get(path).orElseThrow(
                () -> new AgentException(AgentException.Kind.FAILED, "\"" + path + "\" is not set.",
                        "Set it with \"" + wherry + " config set\"."));
        spec.commandLine().getOut().println(setting.text());
        return ExitCode.DONE;
    }
}
