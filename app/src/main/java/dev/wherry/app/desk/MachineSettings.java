// The machine's settings: what they are, how they are changed, and what waits for a restart.
package dev.wherry.app.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.settings.Consequence;
import dev.wherry.app.settings.HostLimits;
import dev.wherry.app.settings.SettingsFile;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.Setting;
import dev.wherry.engine.config.Settings;
import dev.wherry.engine.config.UpdateSettings;
import dev.wherry.engine.machine.MachineFiles;

/** Follows the configuration file as far as it is asked to. What reads or writes the file blocks. */
public final class MachineSettings implements Subscription {

    private static final long NO_VM = -1;

    private final MachineFiles files;
    private final SettingsFile file;
    private final Live<MachineView> machine;
    private final Live<SettingsView> view = new Live<>(SettingsView.UNREAD);
    /** The values that the running machine was started with, of those that have changed since. */
    private final Map<ConfigKey, String> running = new EnumMap<>(ConfigKey.class); // guarded by this
    private final Subscription subscription;
    private long process = NO_VM; // guarded by this

    MachineSettings(MachineFiles files, SettingsFile file, Live<MachineView> machine) {
        this.files = files;
        this.file = file;
        this.machine = machine;
        this.subscription = machine.listen(this::forgetWhenStartedAnew);
    }

    /** A change of the configuration's text. */
    @FunctionalInterface
    public interface Change {
        ConfigDocument of(ConfigDocument present) throws ConfigException;
    }

    /** What they are, as of the last {@link #refresh}. */
    public Live<SettingsView> view() {
        return view;
    }

    /** The file, its defaults and its texts. */
    public SettingsFile file() {
        return file;
    }

    /** How large the machine can be on this computer. */
    public HostLimits limits() {
        return HostLimits.of(files, file.defaults());
    }

    /**
     * What the file says about updates at this moment.
     *
     * @throws ConfigException when it cannot be used
     */
    public UpdateSettings updates() throws ConfigException {
        return file.settings(file.file().read()).updates();
    }

    /** Reads the file anew. */
    public void refresh() {
        try {
            Settings settings = file.settings(file.file().read());
            List<Setting> values = Stream.of(ConfigKey.values()).map(settings::get).toList();
            List<Setting> entries = settings.all().stream().filter(each -> !each.key().inner().isEmpty()).toList();
            view.update(old -> old.reading(values, entries));
        } catch (ConfigException e) {
            view.update(old -> old.unreadable(new SettingsView.Broken(e.getMessage(), e.remedy())));
        }
    }

    /**
     * Changes the file, and lets the machine follow where it can.
     *
     * @throws ConfigException when the change is refused; the file is left as it was
     * @throws AgentException  when the machine could not follow; the file is changed all the same
     */
    public void change(Change change) throws ConfigException, AgentException, InterruptedException {
        try {
            file.apply(change.of(file.present()), this::await);
        } finally {
            refresh();
        }
    }

    private synchronized void await(Consequence consequence) {
        if (consequence.takes() == Consequence.Effect.AT_RESTART) {
            running.putIfAbsent(consequence.key(), consequence.before());
            if (Objects.equals(running.get(consequence.key()), consequence.after())) {
                running.remove(consequence.key());
            }
            view.update(old -> old.awaiting(running.keySet()));
        }
    }

    // By its process, not by its states: a restart may be over before anybody has looked.
    private synchronized void forgetWhenStartedAnew() {
        MachineReport.Vm vm = machine.get().report().vm();
        long now = vm == null ? NO_VM : vm.pid();
        if (now != process) {
            process = now;
            running.clear();
            view.update(old -> old.awaiting(running.keySet()));
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
