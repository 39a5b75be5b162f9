// A change of a machine's configuration: what has to be checked before, and what follows from it.
package dev.wherry.app.cli;

import java.io.IOException;
import java.io.PrintWriter;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Setting;
import dev.wherry.engine.config.Settings;
import dev.wherry.engine.machine.MachineDisk;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.PrecheckException;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the file, lets a running machine follow where it can, and tells when the rest takes effect. */
final class ConfigChange {

    private final MachineOption machine;
    private final PrintWriter err;
    private final ConfigFile file;
    private final Defaults defaults = Defaults.ofThisComputer();

    ConfigChange(MachineOption machine, CommandSpec spec) throws AgentException {
        this.machine = machine;
        this.err = spec.commandLine().getErr();
        this.file = new ConfigFile(machine.files().config());
    }

    ConfigFile file() {
        return file;
    }

    /** The text that there is to change, right or wrong; the template where there is no file. */
    String text() throws ConfigException {
        return file.textOrTemplate(defaults);
    }

    /** What there is to change; the template where there is no file. */
    ConfigDocument present() throws ConfigException {
        return file.parse(text());
    }

    void note(String line) {
        err.println(line);
        err.flush();
    }

    /**
     * Refuses what the machine could not follow.
     *
     * @throws ConfigException when its disk would have to shrink
     */
    void check(ConfigDocument changed) throws AgentException, ConfigException {
        try {
            MachineDisk.refuseToShrink(machine.files(), settings(changed).config().disk());
        } catch (PrecheckException e) {
            throw new ConfigException(e.getMessage(), e.remedy());
        } catch (IOException e) {
            throw new ConfigException("Tried to look at " + machine.files().disk() + " but failed because " + e + ".",
                    "Make the file readable for you; nothing was changed.");
        }
    }

    /** Checks and writes {@code changed}, and sees to what follows. */
    void apply(ConfigDocument changed) throws AgentException, ConfigException, InterruptedException {
        check(changed);
        Settings before = settings(presentOrNothing());
        file.write(changed);
        Settings after = settings(changed);
        for (ConfigKey key : ConfigKey.values()) {
            if (!before.get(key).value().equals(after.get(key).value())) {
                follow(before.get(key), after);
            }
        }
    }

    // A file that was broken until now said nothing.
    private ConfigDocument presentOrNothing() throws ConfigException {
        try {
            return file.read();
        } catch (ConfigException e) {
            return file.parse("");
        }
    }

    private Settings settings(ConfigDocument document) throws ConfigException {
        return Settings.resolve(document, defaults, Overrides.NONE);
    }

    private void follow(Setting before, Settings settings) throws AgentException, InterruptedException {
        ConfigKey key = before.key().key();
        MachineState state = machine.launcher().status().state();
        String change = key.key() + ": " + before.text() + " -> " + settings.get(key).text() + ". ";
        if (key.effect() == ConfigKey.Effect.LIVE && state == MachineState.RUNNING) {
            grow(settings.config().disk());
            note(change + "Done.");
        } else {
            note(change + "Takes effect at the next \"wherry " + (hasVm(state) ? "restart" : "up") + "\".");
        }
        key.variable().filter(name -> !System.getenv().getOrDefault(name, "").isBlank()).ifPresent(
                name -> note("In this shell " + name + " goes before it."));
    }

    private static boolean hasVm(MachineState state) {
        return switch (state) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case ABSENT, STOPPED, FAILED -> false;
        };
    }

    private void grow(DataSize size) throws AgentException, InterruptedException {
        try (ControlClient agent = machine.connect()) {
            agent.grow(size.bytes());
        } catch (AgentException e) {
            throw new AgentException(e.kind(), e.getMessage(),
                    "The size is in the file; \"wherry restart\" makes the disk grow to it.");
        }
    }
}
