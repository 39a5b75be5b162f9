// What the user has decided about proxies.
package dev.wherry.engine.proxy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which proxies to use.
 *
 * @param http       for plain HTTP
 * @param https      for HTTPS
 * @param exceptions what is reached without a proxy; null for what the environment or the system says
 */
public record ProxySettings(Choice http, Choice https, @Nullable List<String> exceptions) {

    /** Whatever the environment or the system says. */
    public static final ProxySettings AUTO = new ProxySettings(new Choice.Auto(), new Choice.Auto(), null);

    /** What is decided for one kind of traffic. */
    public sealed interface Choice {

        /** Whatever the environment or the system says. */
        record Auto() implements Choice {
        }

        /** No proxy, whatever they say. */
        record None() implements Choice {
        }

        /**
         * This one.
         *
         * @param address where it is
         * @param origin  where that is written
         */
        record Fixed(ProxyAddress address, String origin) implements Choice {
        }
    }

    public ProxySettings {
        exceptions = exceptions == null ? null : List.copyOf(exceptions);
    }
}
