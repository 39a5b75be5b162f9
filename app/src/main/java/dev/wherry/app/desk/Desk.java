// Everything that pages and tray work with.
package dev.wherry.app.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.preferences.PreferencesFile;
import dev.wherry.app.settings.SettingsFile;
import dev.wherry.app.updates.UpdateWatch;
import dev.wherry.app.updates.UpdatesModel;
import dev.wherry.app.watch.EngineWatch;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.watch.MachineWatch;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;

/** One machine with all that the app follows of it. Toolkit-free; outlives the window. */
public final class Desk implements Subscription {

    /** More failures than this are not kept: the first ones tell the most. */
    private static final int KEPT_FAILURES = 20;

    private final Directories directories;
    private final MachineFiles files;
    private final AgentLauncher launcher;
    private final PreferencesFile preferences;
    private final Live<List<Failure>> failures = new Live<>(List.of());
    private final Jobs jobs = new Jobs(this::fail);
    private final MachineWatch machine;
    private final EngineWatch engine;
    private final MachineActions actions;
    private final MachineSettings settings;
    private final UpdateWatch updateWatch;
    private final UpdatesModel updates;

    /**
     * Begins to follow the machine {@code name}.
     *
     * @throws IOException when Wherry's folders cannot be used
     */
    public Desk(Directories directories, String name) throws IOException {
        this.directories = directories;
        this.files = new MachineCatalog(directories).files(name);
        this.launcher = new AgentLauncher(directories, name);
        this.preferences = new PreferencesFile(preferencesIn(directories));
        this.machine = new MachineWatch(launcher, MachineReport.withoutAgent(name, files));
        this.engine = new EngineWatch(machine.machine());
        this.actions = new MachineActions(launcher, jobs, name);
        this.settings = new MachineSettings(files, new SettingsFile(files, launcher), machine.machine());
        this.updateWatch = new UpdateWatch(directories, settings::updates);
        this.updates = new UpdatesModel(updateWatch, preferences, jobs);
    }

    /** The file of the preferences. */
    public static Path preferencesIn(Directories directories) {
        return directories.config().resolve("desktop.json");
    }

    /** Wherry's folders. */
    public Directories directories() {
        return directories;
    }

    /** The machine's files. */
    public MachineFiles files() {
        return files;
    }

    /** The way to the agent, on behalf of the machine. */
    public AgentLauncher launcher() {
        return launcher;
    }

    /** How the user wants the app to be. */
    public PreferencesFile preferences() {
        return preferences;
    }

    /** The machine. */
    public Live<MachineView> machine() {
        return machine.machine();
    }

    /** The machine's engine. */
    public EngineWatch engine() {
        return engine;
    }

    /** What can be done with the machine. */
    public MachineActions actions() {
        return actions;
    }

    /** The machine's settings. */
    public MachineSettings settings() {
        return settings;
    }

    /** What is newer than what is here. */
    public UpdatesModel updates() {
        return updates;
    }

    /** Begins to look for newer versions now and then, as far as the settings allow it. */
    public void watchForUpdates() {
        updateWatch.start();
    }

    /** The work under way. */
    public Jobs jobs() {
        return jobs;
    }

    /** What went wrong and has not been dismissed yet. */
    public Live<List<Failure>> failures() {
        return failures;
    }

    /** Tells the user of {@code failure}. */
    public void fail(Failure failure) {
        failures.update(old -> old.contains(failure) || old.size() == KEPT_FAILURES
                ? old
                : Stream.concat(old.stream(), Stream.of(failure)).toList());
    }

    /** Takes {@code failure} off the list. */
    public void dismiss(Failure failure) {
        failures.update(old -> old.stream().filter(other -> !other.equals(failure)).toList());
    }

    /** Ends an agent of another version, so that one of this version takes its place; the VM runs on. */
    public void replaceAgent() throws AgentException {
        launcher.quit();
    }

    @Override
    public void close() {
        jobs.close();
        updates.close();
        updateWatch.close();
        settings.close();
        engine.close();
        machine.close();
    }
}
