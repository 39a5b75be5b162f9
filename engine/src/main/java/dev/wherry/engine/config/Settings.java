// The settings that hold: defaults, file, environment and flags, one over the other.
package dev.wherry.engine.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.hypervisor.Accelerator;

/** A value for every key, and where each comes from. */
public final class Settings {

    private final Map<ConfigKey, Setting> byKey = new EnumMap<>(ConfigKey.class);
    private final ConfigDocument document;

    private Settings(ConfigDocument document, Defaults defaults, Overrides overrides) throws ConfigException {
        this.document = document;
        for (ConfigKey key : ConfigKey.values()) {
            KeyPath whole = KeyPath.of(key);
            byKey.put(key, overrides.setting(key)
                    .or(() -> document.setting(whole))
                    .orElseGet(() -> new Setting(whole, defaults.value(key), new Origin.Default())));
        }
    }

    /**
     * For each key what {@code overrides} say, else the configuration, else the defaults.
     *
     * @throws ConfigException naming what is wrong in the overrides
     */
    public static Settings resolve(ConfigDocument document, Defaults defaults, Overrides overrides)
            throws ConfigException {
        return new Settings(document, defaults, overrides);
    }

    /** What holds for {@code key}. */
    public Setting get(ConfigKey key) {
        Setting setting = byKey.get(key);
        if (setting == null) {
            throw new IllegalStateException("every key has a value, except " + key);
        }
        return setting;
    }

    /** What holds for {@code path}; empty for one inside a map that is not set. */
    public Optional<Setting> get(KeyPath path) {
        return path.inner().isEmpty() ? Optional.of(get(path.key())) : document.setting(path);
    }

    /** All that holds, in the order of the keys; of a map each entry with its own origin. */
    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            Setting whole = get(key);
            if (whole.value().isObject() && !whole.value().isEmpty()) {
                whole.value().fieldNames().forEachRemaining(
                        name -> document.setting(whole.key().child(name)).ifPresent(all::add));
            } else {
                all.add(whole);
            }
        }
        return all;
    }

    /** All that holds, as the engine's parts use it. */
    public MachineConfig config() {
        Map<String, JsonNode> engine = new HashMap<>();
        value(ConfigKey.ENGINE).properties().forEach(entry -> engine.put(entry.getKey(), entry.getValue()));
        String accelerator = value(ConfigKey.ACCELERATOR).asText();
        return new MachineConfig(
                value(ConfigKey.CPUS).asInt(),
                DataSize.parse(value(ConfigKey.MEMORY).asText()),
                DataSize.parse(value(ConfigKey.DISK).asText()),
                accelerator.equals("auto") ? null : Accelerator.valueOf(accelerator.toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(value(ConfigKey.STAGE_TIMEOUT).asInt()),
                ShareSettings.of(get(ConfigKey.SHARES), document, Directories.home()),
                PortValues.of(value(ConfigKey.PORTS)),
                engine,
                ProxyValues.in(this),
                HostSettings.of(value(ConfigKey.HOST)));
    }

    /** What holds about a machine that nobody uses. */
    public IdleSettings idle() {
        return IdleSettings.of(value(ConfigKey.IDLE));
    }

    /** What holds about updates. */
    public UpdateSettings updates() {
        return UpdateSettings.of(value(ConfigKey.UPDATES));
    }

    private JsonNode value(ConfigKey key) {
        return get(key).value();
    }
}
