// One setting of the machine as the page shows it.
package dev.wherry.app.window.settings;

import java.util.List;

import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Origin;
import dev.wherry.engine.config.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A setting.
 *
 * @param key          which one
 * @param value        what holds, on one line
 * @param defaultValue what would hold were it not set, on one line
 * @param origin       where the value comes from
 * @param entries      what is set inside of it, each by itself
 * @param problem      why what was last tried to set it to was refused; null when it was not
 */
record SettingRow(ConfigKey key, String value, String defaultValue, Origin origin, List<Entry> entries,
        @Nullable String problem) {

    /** A setting inside of a map. */
    record Entry(KeyPath path, String value) {

        static Entry of(Setting setting) {
            return new Entry(setting.key(), setting.text());
        }

        /** What it is called inside the map. */
        String name() {
            return path.toString().substring(path.key().key().length() + 1);
        }
    }

    SettingRow {
        entries = List.copyOf(entries);
    }

    /** Whether the file says so, and not the default. */
    boolean isSet() {
        return origin instanceof Origin.File;
    }
}
