// What the settings page shows of the machine's configuration, and does with it.
package dev.wherry.app.window.settings;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desk.MachineSettings;
import dev.wherry.app.desk.SettingsView;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.settings.HostLimits;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Setting;
import dev.wherry.engine.host.Browser;
import dev.wherry.engine.host.PrivateFiles;

/** A row for each key. A value that is not allowed stays out of the file, and its row says why. */
public final class SettingsModel implements Subscription {

    private static final Texts TEXTS = Texts.of(SettingsModel.class);

    private final Desk desk;
    private final Browser editor;
    private final MachineSettings settings;
    private final Scope scope = new Scope();
    private final Live<Map<ConfigKey, String>> problems = new Live<>(Map.of());
    private final Live<List<SettingRow>> rows;

    /**
     * The settings of {@code desk}'s machine.
     *
     * @param editor opens a file as the desktop would
     */
    public SettingsModel(Desk desk, Browser editor) {
        this.desk = desk;
        this.editor = editor;
        this.settings = desk.settings();
        this.rows = Live.computed(scope, this::makeRows, settings.view(), problems);
    }

    private List<SettingRow> makeRows() {
        SettingsView view = settings.view().get();
        return view.settings().stream().map(setting -> row(setting, view.entries())).toList();
    }

    private SettingRow row(Setting setting, List<Setting> entries) {
        ConfigKey key = setting.key().key();
        Setting unset = new Setting(setting.key(), settings.file().defaults().value(key), setting.origin());
        return new SettingRow(key, setting.text(), unset.text(), setting.origin(),
                entries.stream().filter(entry -> entry.key().key() == key).map(SettingRow.Entry::of).toList(),
                problems.get().get(key));
    }

    /** The settings in the order of their keys; the last good ones while the file is broken. */
    Live<List<SettingRow>> rows() {
        return rows;
    }

    /** The file's state, and what waits for a restart. */
    Live<SettingsView> file() {
        return settings.view();
    }

    /** How large the machine can be on this computer. */
    HostLimits limits() {
        return settings.limits();
    }

    /** Sees whether somebody else has changed the file. */
    Thread refresh() {
        return Thread.ofVirtual().name("settings-refresh").start(settings::refresh);
    }

    /** Sets {@code key} to what a person typed. */
    void set(ConfigKey key, String value) {
        if (current(key).filter(row -> row.value().equals(value)).isPresent()) {
            note(key, "");
        } else {
            set(KeyPath.of(key), value);
        }
    }

    /** Sets {@code name} inside the map of {@code key}. */
    void set(ConfigKey key, String name, String value) {
        try {
            set(KeyPath.parse(key.key() + "." + name), value);
        } catch (ConfigException e) {
            note(key, e.getMessage());
        }
    }

    private void set(KeyPath path, String value) {
        try {
            path.value(value);
        } catch (ConfigException e) {
            note(path.key(), e.getMessage());
            return;
        }
        change(path.key(), TEXTS.get("job.set", path), document -> document.with(path, value));
    }

    /** Takes {@code path} out of the file, so that its default holds. */
    void unset(KeyPath path) {
        change(path.key(), TEXTS.get("job.unset", path), document -> document.without(path));
    }

    private void change(ConfigKey key, String title, MachineSettings.Change change) {
        desk.jobs().start(title, report -> {
            try {
                settings.change(change);
                note(key, "");
            } catch (ConfigException e) {
                note(key, (e.getMessage() + " " + e.remedy()).strip());
            }
        });
    }

    private Optional<SettingRow> current(ConfigKey key) {
        return rows.get().stream().filter(row -> row.key() == key).findFirst();
    }

    private void note(ConfigKey key, String problem) {
        problems.update(old -> {
            Map<ConfigKey, String> next = new EnumMap<>(ConfigKey.class);
            next.putAll(old);
            next.remove(key);
            if (!problem.isEmpty()) {
                next.put(key, problem);
            }
            return Map.copyOf(next);
        });
    }

    /** Opens the file in the user's editor; where there is none, one that explains every key. */
    Job edit() {
        return desk.jobs().start(TEXTS.get("edit"), report -> {
            ConfigFile file = settings.file().file();
            if (!file.exists()) {
                PrivateFiles.update(file.path(), settings.file().text().getBytes(StandardCharsets.UTF_8));
            }
            editor.open(file.path().toUri());
        });
    }

    /** Restarts the machine, so that it follows all settings. */
    Job restart() {
        return desk.actions().restart();
    }

    @Override
    public void close() {
        scope.close();
    }
}
