// The machine's settings as the app knows them just now.
package dev.wherry.app.desk;

import java.util.List;
import java.util.Set;

import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The settings.
 *
 * @param settings what holds, by the file and the defaults: for each key one, in the order of the keys
 * @param entries  those that are set in the engine's map, each by itself
 * @param pending  those that the running machine has not followed yet; a restart makes it
 * @param broken   why the file cannot be used; null when it can. The settings are the last good ones then.
 */
public record SettingsView(List<Setting> settings, List<Setting> entries, Set<ConfigKey> pending,
        @Nullable Broken broken) {

    /** What is known before the file has been read. */
    static final SettingsView UNREAD = new SettingsView(List.of(), List.of(), Set.of(), null);

    /**
     * What is wrong with the file.
     *
     * @param message names the file and the line
     */
    public record Broken(String message, String remedy) {
    }

    public SettingsView {
        settings = List.copyOf(settings);
        entries = List.copyOf(entries);
        pending = Set.copyOf(pending);
    }

    SettingsView reading(List<Setting> newSettings, List<Setting> newEntries) {
        return new SettingsView(newSettings, newEntries, pending, null);
    }

    SettingsView unreadable(Broken why) {
        return new SettingsView(settings, entries, pending, why);
    }

    SettingsView awaiting(Set<ConfigKey> keys) {
        return new SettingsView(settings, entries, keys, broken);
    }
}
