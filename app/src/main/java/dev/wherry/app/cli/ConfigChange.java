// A change of a machine's configuration, and what the command tells of it.
package dev.wherry.app.cli;

import java.io.PrintWriter;

import dev.wherry.app.settings.Consequence;
import dev.wherry.app.settings.SettingsFile;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import picocli.CommandLine.Model.CommandSpec;

/** Changes the settings and tells when each change takes effect. */
final class ConfigChange {

    private final PrintWriter err;
    private final SettingsFile settings;
    private final String wherry;

    ConfigChange(MachineOption machine, CommandSpec spec) throws AgentException {
        this.err = spec.commandLine().getErr();
        this.settings = new SettingsFile(machine.files(), machine.launcher());
        this.wherry = machine.wherry();
    }

    ConfigFile file() {
        return settings.file();
    }

    /** {@link SettingsFile#text}. */
    String text() throws ConfigException {
        return settings.text();
    }

    /** {@link SettingsFile#present}. */
    ConfigDocument present() throws ConfigException {
        return settings.present();
    }

    void note(String line) {
        err.println(line);
        err.flush();
    }

    /** {@link SettingsFile#check}. */
    void check(ConfigDocument changed) throws ConfigException {
        settings.check(changed);
    }

    /** Checks and writes {@code changed}, and sees to what follows. */
    void apply(ConfigDocument changed) throws AgentException, ConfigException, InterruptedException {
        boolean closed = !opensPorts(presentOrNothing());
        settings.apply(changed, this::tell);
        if (closed && opensPorts(changed)) {
            note("Other computers of your network can now reach ports that containers publish, except on 127.0.0.1.");
        }
    }

    // A file that was broken until now opened nothing.
    private ConfigDocument presentOrNothing() throws ConfigException {
        try {
            return present();
        } catch (ConfigException e) {
            return settings.file().parse("");
        }
    }

    private boolean opensPorts(ConfigDocument document) throws ConfigException {
        return settings.settings(document).config().ports().opensAny();
    }

    private void tell(Consequence consequence) {
        note(consequence.key().key() + ": " + consequence.before() + " -> " + consequence.after() + ". "
                + switch (consequence.takes()) {
                    case DONE -> "Done.";
                    case AT_RESTART -> "Takes effect at the next \"" + wherry + " restart\".";
                    case AT_START -> "Takes effect at the next \"" + wherry + " up\".";
                });
        consequence.key().variable().filter(name -> !System.getenv().getOrDefault(name, "").isBlank()).ifPresent(
                name -> note("In this shell " + name + " goes before it."));
    }
}
