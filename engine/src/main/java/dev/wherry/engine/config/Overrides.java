// Settings for one start that go before the file: from the environment and the flags of whoever asks for it.
package dev.wherry.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.proxy.ProxyFinder;
import org.jspecify.annotations.Nullable;

/**
 * What goes before the file. The agent may have been started long ago from another shell, so this travels with each call
 * that it is meant for; a record of texts, it becomes JSON as it is.
 *
 * @param entries        at most one for each key
 * @param proxyVariables the caller's variables about proxies, which go after the file; null when there is no such caller, and the
 *                       agent's own count
 * @param sshAgent       where the caller's SSH agent is (SSH_AUTH_SOCK); null when there is none, or no such caller
 */
public record Overrides(List<Entry> entries, @Nullable Map<String, String> proxyVariables,
        @Nullable String sshAgent) {

    /** The variable by which programs find the SSH agent. */
    public static final String SSH_AGENT = "SSH_AUTH_SOCK";

    /** Nothing goes before the file. */
    public static final Overrides NONE = new Overrides(List.of(), null, null);

    /**
     * One setting.
     *
     * @param key    the key's name
     * @param value  what was written
     * @param source the environment variable's name, or the option's with both dashes
     */
    public record Entry(String key, String value, String source) {

        private Setting setting() throws ConfigException {
            Origin origin = source.startsWith("--") ? new Origin.Flag(source) : new Origin.Environment(source);
            ConfigKey known = ConfigKey.of(key).orElseThrow(() -> wrong(ConfigKey.unknown(key)));
            JsonNode given = YamlText.value(value).orElseThrow(
                    () -> wrong("cannot be \"" + value + "\"; it takes " + known.allowed()));
            if (!known.accepts(given)) {
                throw wrong(known.refusal(given));
            }
            return new Setting(KeyPath.of(known), given, origin);
        }

        private ConfigException wrong(String what) {
            return new ConfigException(source + " " + what + ".", "Correct it, or leave it out.");
        }
    }

    public Overrides {
        entries = List.copyOf(entries);
        proxyVariables = proxyVariables == null ? null : Map.copyOf(proxyVariables);
    }

    /**
     * Those of a command line; flags go before the environment. A variable that is empty counts as not set.
     *
     * @param environment the variables of the process
     * @param flags       what was given for which key
     * @throws ConfigException naming the variable or the flag, what was given and what is allowed
     */
    public static Overrides of(Map<String, String> environment, Map<ConfigKey, String> flags) throws ConfigException {
        List<Entry> entries = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            String flag = flags.get(key);
            if (flag != null) {
                entries.add(new Entry(key.key(), flag, key.flag().orElse("--" + key.key())));
            } else {
                key.variable().filter(name -> !environment.getOrDefault(name, "").isBlank()).ifPresent(
                        name -> entries.add(new Entry(key.key(), environment.getOrDefault(name, ""), name)));
            }
        }
        for (Entry entry : entries) {
            entry.setting();
        }
        return new Overrides(entries, ProxyFinder.variablesOf(environment),
                environment.get(SSH_AGENT));
    }

    Optional<Setting> setting(ConfigKey key) throws ConfigException {
        for (Entry entry : entries) {
            if (entry.key.equals(key.key())) {
                return Optional.of(entry.setting());
            }
        }
        return Optional.empty();
    }
}
