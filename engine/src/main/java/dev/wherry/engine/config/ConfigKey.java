// The keys of the configuration: what each is for, what it takes, and when a change of it is felt.
package dev.wherry.engine.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** One key each. What it defaults to stands in {@link Defaults}. */
public enum ConfigKey {

    /** Virtual processors. */
    CPUS(ValueType.whole(1, 64, ""), Effect.AT_START, "Virtual processors of the VM.",
            "as many as this computer has, 4 at most"),

    /** The guest's memory. */
    MEMORY(ValueType.size(DataSize.ofMiB(512), "2GiB"), Effect.AT_START, "Memory of the VM.",
            "a quarter of this computer's, from 1GiB to 4GiB"),

    /** Size of the data disk. */
    DISK(ValueType.size(DataSize.ofGiB(4), "64GiB"), Effect.LIVE,
            "Size of the data disk. It grows, never shrinks, and takes up only what is used of it.",
            "room enough for most"),

    /** What to run the VM with. */
    ACCELERATOR(ValueType.choice("auto", "hvf", "kvm", "whpx", "tcg"), Effect.AT_START,
            "What runs the VM's code: hvf (macOS), whpx (Windows), kvm (Linux) or tcg (any, and slow).",
            "the best that works on this computer"),

    /** How long one stage of the start may take. */
    STAGE_TIMEOUT(ValueType.whole(1, 3600, " of seconds"), Effect.AT_START,
            "Seconds that one stage of the start may take.", "ample even without an accelerator"),

    /** Settings of the engine. */
    ENGINE(ValueType.map(), Effect.AT_START,
            "Settings of the Docker engine, laid over the guest's own: dockerd's daemon.json, written as YAML.",
            "none"),

    /** Folders that the guest may use. */
    SHARES(ValueType.shares(), Effect.LIVE,
            "Folders of this computer for containers to use, each at the same place in the VM.",
            "your home folder, rw"),

    /** Where published ports are found, and who may reach them. */
    PORTS(ValueType.ports(), Effect.LIVE,
            "Who reaches ports that containers publish. One may differ (8080: all), or be at another number (80: 8081).",
            "bind is loopback"),

    /** By which proxies the engine reaches the network. */
    PROXY(ValueType.proxies(), Effect.AT_START,
            "Proxies of the engine, for plain HTTP (http) and for HTTPS (https), and what it reaches without them (no).",
            "auto: what the environment says (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), else this computer's settings"),

    /** What containers may use of this computer. */
    HOST(ValueType.host(), Effect.AT_START,
            "Whether containers reach what listens on this computer's loopback (loopback), and your SSH agent (ssh_agent).",
            "loopback is on, ssh_agent is off"),

    /** What to do with a machine that nobody uses. */
    IDLE(ValueType.idle(), Effect.LIVE,
            "When no container runs and nobody is connected, the VM can be paused (pause_after) or stopped (stop_after).",
            "both are off"),

    /** Whether and where to look for newer versions. */
    UPDATES(ValueType.updates(), Effect.ALWAYS,
            "Whether Wherry looks for newer versions (check), and where (url). Nothing is installed by itself.",
            "check is on, url as this version was built");

    /** When a change is felt by a machine that runs. */
    public enum Effect {
        /** When it is started the next time. */
        AT_START,
        /** At once. */
        LIVE,
        /** By whatever the machine does: it is not about the machine. */
        ALWAYS
    }

    /** More wrong letters than this make another word. */
    private static final int FAR = 3;

    private final ValueType type;
    private final Effect effect;
    private final String description;
    private final String defaultReason;

    ConfigKey(ValueType type, Effect effect, String description, String defaultReason) {
        this.type = type;
        this.effect = effect;
        this.description = description;
        this.defaultReason = defaultReason;
    }

    /** The key called {@code name} in the file. */
    static Optional<ConfigKey> of(String name) {
        return Stream.of(values()).filter(key -> key.key().equals(name)).findFirst();
    }

    /** What to tell somebody who wrote {@code name}, which is no key. */
    static String unknown(String name) {
        String nearest = Stream.of(values())
                .map(ConfigKey::key)
                .filter(key -> EditDistance.between(key, name) <= FAR)
                .min(Comparator.comparingInt(key -> EditDistance.between(key, name)))
                .map(key -> "did you mean \"" + key + "\"? The")
                .orElse("the");
        return "there is no key \"" + name + "\"; " + nearest + " keys are "
                + Stream.of(values()).map(ConfigKey::key).collect(Collectors.joining(", "));
    }

    /** The key as it is written in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable that goes before the file; maps have none. */
    public Optional<String> variable() {
        return isMap() ? Optional.empty() : Optional.of("WHERRY_" + name());
    }

    /** The option of "wherry up" that goes before all else; maps have none. */
    public Optional<String> flag() {
        return isMap() ? Optional.empty() : Optional.of("--" + key().replace('_', '-'));
    }

    /** Whether it has keys inside. */
    public boolean isMap() {
        return form() instanceof ValueForm.Entries;
    }

    /** What it is for, in one sentence. */
    public String description() {
        return description;
    }

    /** What a value looks like. */
    public ValueForm form() {
        return type.form();
    }

    /** What a value may be, in words that follow "it takes". */
    public String allowed() {
        return type.allowed();
    }

    /** Why its default is what it is. */
    public String defaultReason() {
        return defaultReason;
    }

    /** When a change is felt by a machine that runs. */
    public Effect effect() {
        return effect;
    }

    /** Whether {@code value} is among {@link #allowed}. */
    boolean accepts(JsonNode value) {
        return type.accepts(value);
    }

    /** {@code value} as it is written in the file: "on" and "off" are words of Wherry's own settings, not of the engine's. */
    JsonNode asWritten(JsonNode value) {
        return this == ENGINE ? value : YamlText.inWords(value);
    }

    /** What to tell somebody who gave {@code value}, which is not allowed. */
    String refusal(JsonNode value) {
        return "cannot be " + value + "; it takes " + allowed();
    }
}
