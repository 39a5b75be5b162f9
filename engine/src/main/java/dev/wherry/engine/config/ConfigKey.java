// The keys of the configuration file: their names, their values, and what they change.
package dev.wherry.engine.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.hypervisor.Accelerator;

/** One key each. {@link #apply} throws {@link IllegalArgumentException} for a value that is not among {@link #allowed}. */
enum ConfigKey {

    CPUS("a whole number from 1 to 64", (config, value) -> config.withCpus(whole(value, 1, 64))),
    MEMORY(
            "a size from 512MiB, such as 2GiB",
            (config, value) -> config.withMemory(size(value, DataSize.ofMiB(512)))),
    DISK(
            "a size from 4GiB, such as 64GiB",
            (config, value) -> config.withDisk(size(value, DataSize.ofGiB(4)))),
    ACCELERATOR(
            "auto, hvf, kvm, whpx or tcg", (config, value) -> value.asText().equals("auto")
                    ? config
                    : config.withAccelerator(accelerator(value))),
    STAGE_TIMEOUT(
            "a whole number of seconds from 1 to 3600",
            (config, value) -> config.withStageTimeout(
                    Duration.ofSeconds(whole(value, 1, 3600)))),
    ENGINE(
            "a map with settings of dockerd's daemon.json",
            (config, value) -> config.withEngine(map(value)));

    private final String allowed;
    private final BiFunction<MachineConfig, JsonNode, MachineConfig> effect;

    ConfigKey(String allowed, BiFunction<MachineConfig, JsonNode, MachineConfig> effect) {
        this.allowed = allowed;
        this.effect = effect;
    }

    /** {@code config} with this key set. */
    MachineConfig apply(MachineConfig config, JsonNode value) {
        return effect.apply(config, value);
    }

    /** The key as it is written in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a value may be, in words. */
    String allowed() {
        return allowed;
    }

    static Optional<ConfigKey> of(String key) {
        return Stream.of(values()).filter(k -> k.key().equals(key)).findFirst();
    }

    private static int whole(JsonNode value, int min, int max) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < min || value.asInt() > max) {
            throw new IllegalArgumentException("not a whole number from " + min + " to " + max);
        }
        return value.asInt();
    }

    private static DataSize size(JsonNode value, DataSize min) {
        DataSize size = DataSize.parse(value.asText());
        if (size.compareTo(min) < 0) {
            throw new IllegalArgumentException(size + " is less than " + min);
        }
        return size;
    }

    private static Accelerator accelerator(JsonNode value) {
        return Stream.of(Accelerator.values())
                .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no accelerator"));
    }

    private static Map<String, JsonNode> map(JsonNode value) {
        if (!value.isObject()) {
            throw new IllegalArgumentException("no map");
        }
        Map<String, JsonNode> settings = new HashMap<>();
        value.properties().forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return settings;
    }
}
