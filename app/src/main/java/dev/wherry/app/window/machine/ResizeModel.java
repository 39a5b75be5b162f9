// A machine of another size.
package dev.wherry.app.window.machine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desk.MachineSettings;
import dev.wherry.app.model.Job;
import dev.wherry.app.settings.HostLimits;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Setting;

/** Takes processors, memory and disk as they are typed, and writes what is new of them into the configuration. */
public final class ResizeModel {

    private static final Texts TEXTS = Texts.of(ResizeModel.class);

    private final Desk desk;
    private final MachineSettings settings;
    private final HostLimits limits;
    private final Map<ConfigKey, String> wanted = new EnumMap<>(ConfigKey.class);

    /** For {@code desk}'s machine, whose settings have been read. */
    public ResizeModel(Desk desk) {
        this.desk = desk;
        this.settings = desk.settings();
        this.limits = settings.limits();
    }

    HostLimits limits() {
        return limits;
    }

    /** What {@code key} is now; empty when the settings could not be read. */
    String present(ConfigKey key) {
        return settings.view().get().settings().stream().filter(setting -> setting.key().key() == key)
                .map(Setting::text).findFirst().orElse("");
    }

    /** Wants {@code value} for {@code key}; what is wrong with it, if anything is. */
    Optional<String> want(ConfigKey key, String value) {
        try {
            KeyPath.of(key).value(value);
        } catch (ConfigException e) {
            return Optional.of(e.getMessage());
        }
        if (key == ConfigKey.DISK && DataSize.parse(value).compareTo(limits.leastDisk()) < 0) {
            return Optional.of(TEXTS.get("resize.shrink", limits.leastDisk()));
        }
        wanted.put(key, value);
        return Optional.empty();
    }

    /** Whether anything would change. */
    boolean changes() {
        return wanted.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(present(entry.getKey())));
    }

    /** Writes it all down. The disk of a running machine grows at once, the rest waits for a restart. */
    Job apply() {
        Map<ConfigKey, String> values = new EnumMap<>(wanted);
        values.entrySet().removeIf(entry -> entry.getValue().equals(present(entry.getKey())));
        return desk.jobs().start(TEXTS.get("resize"), report -> settings.change(present -> with(present, values)));
    }

    private static ConfigDocument with(ConfigDocument present, Map<ConfigKey, String> values) throws ConfigException {
        ConfigDocument document = present;
        for (Map.Entry<ConfigKey, String> entry : values.entrySet()) {
            document = document.with(KeyPath.of(entry.getKey()), entry.getValue());
        }
        return document;
    }
}
