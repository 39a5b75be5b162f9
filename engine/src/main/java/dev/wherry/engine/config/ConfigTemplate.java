// The configuration file that a user begins with: every key explained, none set.
package dev.wherry.engine.config;

/** The text of a new configuration file. It changes nothing until somebody takes a "#" away or "config set" adds a line. */
public final class ConfigTemplate {

    private static final String HEAD = """
            # Wherry's configuration of one machine, in YAML. A key that is left out has its default.
            # "#key: value", without a space, shows a default: this computer's, where it depends on the computer.
            # "wherry config set KEY VALUE" changes this file and checks the value; "wherry config show --origin" tells what
            # holds and why. For all but the maps (engine, shares, ports, proxy, host, idle, updates) an environment variable
            # goes before this file, and an option of "wherry up" before both.
            """;

    private static final String ENGINE_EXAMPLE = """
            #engine:
            #  insecure-registries: ["registry.local:5000"]
            #  log-opts:
            #    max-size: 10m
            """;

    private static final String SHARES_EXAMPLE = """
            #shares:
            #  home: ro
            #  /opt/data: rw
            """;

    private static final String PORTS_EXAMPLE = """
            #ports:
            #  bind: loopback
            #  8080: all
            #  80: 8081
            """;

    private static final String PROXY_EXAMPLE = """
            #proxy:
            #  https: http://proxy.example:3128
            #  no: [".example", "10.0.0.0/8"]
            """;

    private static final String HOST_EXAMPLE = """
            #host:
            #  loopback: off
            #  ssh_agent: on
            """;

    private static final String IDLE_EXAMPLE = """
            #idle:
            #  pause_after: 10m
            #  stop_after: 2h
            """;

    private static final String UPDATES_EXAMPLE = """
            #updates:
            #  check: off
            """;

    private ConfigTemplate() {
    }

    /** The text for a computer with these defaults; lines end in LF. */
    public static String of(Defaults defaults) {
        StringBuilder text = new StringBuilder(HEAD);
        for (ConfigKey key : ConfigKey.values()) {
            text.append('\n').append(explanation(key)).append(line(key, defaults));
        }
        return text.toString();
    }

    private static String explanation(ConfigKey key) {
        String before = key.variable().map(
                variable -> "\n#   Before it:  " + variable + ", " + key.flag().orElse("")).orElse("");
        return """
                # %s
                #   Takes:      %s
                #   Default:    %s
                #   A change:   %s%s
                """.formatted(key.description(), key.allowed(), key.defaultReason(), effect(key), before);
    }

    private static String effect(ConfigKey key) {
        return switch (key.effect()) {
            case AT_START -> "takes effect at the next start of the machine";
            case LIVE, ALWAYS -> "takes effect at once";
        };
    }

    private static String line(ConfigKey key, Defaults defaults) {
        return switch (key) {
            case ENGINE -> "#   For example:\n" + ENGINE_EXAMPLE;
            case SHARES -> "#   For example:\n" + SHARES_EXAMPLE;
            case PORTS -> "#   For example:\n" + PORTS_EXAMPLE;
            case PROXY -> "#   For example:\n" + PROXY_EXAMPLE;
            case HOST -> "#   For example:\n" + HOST_EXAMPLE;
            case IDLE -> "#   For example:\n" + IDLE_EXAMPLE;
            case UPDATES -> "#   For example:\n" + UPDATES_EXAMPLE;
            case CPUS, MEMORY, DISK, ACCELERATOR, STAGE_TIMEOUT ->
                "#" + key.key() + ": " + YamlText.inline(defaults.value(key)) + "\n";
        };
    }
}
