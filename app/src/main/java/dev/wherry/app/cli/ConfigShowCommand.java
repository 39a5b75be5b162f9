// "wherry config show"
package dev.wherry.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Setting;
import dev.wherry.engine.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the settings that hold. */
@Command(name = "show", description = "Print the settings that the next start will use.", footer = {"", "Example:",
        "  wherry config show --origin"})
final class ConfigShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = "--origin", description = "Tell where each value comes from: default, file and line, or variable.")
    private boolean origin;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return show(machine, spec, origin, json);
    }

    static int show(MachineOption machine, CommandSpec spec, boolean origin, boolean json) throws Exception {
        Settings settings = settings(machine);
        if (json) {
            Json.print(spec, forPrograms(settings, origin));
        } else {
            settings.all()
                    .forEach(setting -> spec.commandLine().getOut().println(line(setting, settings.all(), origin)));
        }
        return ExitCode.DONE;
    }

    /** What holds for whoever calls this command. */
    static Settings settings(MachineOption machine) throws AgentException, ConfigException {
        return Settings.resolve(new ConfigFile(machine.files().config()).read(), Defaults.ofThisComputer(),
                Overrides.of(System.getenv(), Map.of()));
    }

    private static String line(Setting setting, List<Setting> all, boolean origin) {
        int keys = all.stream().mapToInt(each -> each.key().toString().length()).max().orElse(0);
        int values = all.stream().mapToInt(each -> each.text().length()).max().orElse(0);
        String line = pad(setting.key().toString(), keys) + "  ";
        return line + (origin ? pad(setting.text(), values) + "  " + setting.origin() : setting.text());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static Map<String, Object> forPrograms(Settings settings, boolean origin) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (ConfigKey key : ConfigKey.values()) {
            Setting setting = settings.get(key);
            object.put(key.key(), origin
                    ? Map.of("value", setting.value(), "origin", setting.origin().toString())
                    : setting.value());
        }
        return object;
    }
}
