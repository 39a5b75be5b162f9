// The proxy that is set for the whole system.
package dev.wherry.engine.host;

import java.util.List;

/** Asks the system which proxy its user has set. */
@FunctionalInterface
public interface SystemProxy {

    /**
     * What is set, in the system's own words: nothing of it has been checked.
     *
     * @param http       the proxy for plain HTTP, with or without {@code http://}; empty for none
     * @param https      the one for HTTPS; likewise
     * @param exceptions what is reached without them
     * @param script     the address of a script that decides instead (PAC); empty for none
     */
    record Setting(String http, String https, List<String> exceptions, String script) {

        /** Nothing is set. */
        public static final Setting NONE = new Setting("", "", List.of(), "");

        public Setting {
            exceptions = List.copyOf(exceptions);
        }
    }

    /**
     * What is set; nothing when the system does not tell. Takes up to {@link ToolOutput#DEADLINE}; returns early, with nothing, when
     * interrupted.
     */
    Setting read();
}
