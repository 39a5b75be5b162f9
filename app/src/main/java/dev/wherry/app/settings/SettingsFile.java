// A machine's configuration file, and the machine that follows it.
package dev.wherry.app.settings;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Settings;
import dev.wherry.engine.machine.MachineDisk;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.PrecheckException;

/** Reads and changes the file, lets a running machine follow where it can, and tells when the rest takes effect. */
public final class SettingsFile {

    /** What the agent is asked when a live setting has changed. The others it reads itself whenever it needs them. */
    private static final Map<ConfigKey, Request> REQUESTS = Map.of(
            ConfigKey.SHARES, (agent, settings) -> agent.share(),
            ConfigKey.PORTS, (agent, settings) -> agent.publish(),
            ConfigKey.DISK, (agent, settings) -> agent.grow(settings.config().disk().bytes()));

    private final MachineFiles files;
    private final AgentLauncher launcher;
    private final ConfigFile file;
    private final Defaults defaults = Defaults.ofThisComputer();

    /**
     * The configuration of the machine with these files.
     *
     * @param launcher the way to the agent, on behalf of the machine
     */
    public SettingsFile(MachineFiles files, AgentLauncher launcher) {
        this.files = files;
        this.launcher = launcher;
        this.file = new ConfigFile(files.config());
    }

    /** The file itself. */
    public ConfigFile file() {
        return file;
    }

    /** What holds where the file says nothing. */
    public Defaults defaults() {
        return defaults;
    }

    /** The text that there is to change, right or wrong; the template where there is no file. */
    public String text() throws ConfigException {
        return file.textOrTemplate(defaults);
    }

    /** What there is to change; the template where there is no file. */
    public ConfigDocument present() throws ConfigException {
        return file.parse(text());
    }

    /** What holds according to {@code document} and the defaults. */
    public Settings settings(ConfigDocument document) throws ConfigException {
        return Settings.resolve(document, defaults, Overrides.NONE);
    }

    /**
     * Refuses what the machine could not follow.
     *
     * @throws ConfigException when its disk would have to shrink
     */
    public void check(ConfigDocument changed) throws ConfigException {
        try {
            MachineDisk.refuseToShrink(files, settings(changed).config().disk());
        } catch (PrecheckException e) {
            throw new ConfigException(e.getMessage(), e.remedy());
        } catch (IOException e) {
            throw new ConfigException("Tried to look at " + files.disk() + " but failed because " + e + ".",
                    "Make the file readable for you; nothing was changed.");
        }
    }

    /**
     * Checks and writes {@code changed}, and lets the machine follow.
     *
     * @param consequences is told of each setting that has another value now
     * @throws ConfigException when the settings are refused or cannot be written; nothing was changed then
     * @throws AgentException  when the machine could not follow; the settings are written all the same
     */
    public void apply(ConfigDocument changed, Consumer<Consequence> consequences)
            throws AgentException, ConfigException, InterruptedException {
        check(changed);
        Settings before = settings(presentOrNothing());
        file.write(changed);
        Settings after = settings(changed);
        for (ConfigKey key : ConfigKey.values()) {
            if (!before.get(key).value().equals(after.get(key).value())) {
                consequences.accept(new Consequence(key, before.get(key).text(), after.get(key).text(),
                        follow(key, after)));
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

    private Consequence.Effect follow(ConfigKey key, Settings settings) throws AgentException, InterruptedException {
        if (key.effect() == ConfigKey.Effect.ALWAYS) {
            return Consequence.Effect.DONE;
        }
        MachineState state = launcher.status().state();
        if (key.effect() == ConfigKey.Effect.LIVE && state == MachineState.RUNNING) {
            Request request = REQUESTS.get(key);
            if (request != null) {
                tell(request, settings);
            }
            return Consequence.Effect.DONE;
        }
        return switch (state) {
            case STARTING, RUNNING, PAUSED, STOPPING -> Consequence.Effect.AT_RESTART;
            case ABSENT, STOPPED, FAILED -> Consequence.Effect.AT_START;
        };
    }

    private interface Request {
        void to(ControlClient agent, Settings settings) throws AgentException;
    }

    private void tell(Request request, Settings settings) throws AgentException, InterruptedException {
        try (ControlClient agent = launcher.findOrStart()) {
            request.to(agent, settings);
        } catch (AgentException e) {
            throw new AgentException(e.kind(), e.getMessage(),
                    "The change is in the file; \"" + files.wherry() + " restart\" puts it into effect.");
        }
    }
}
