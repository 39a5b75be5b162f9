// What follows from a change of one setting.
package dev.wherry.app.settings;

import dev.wherry.engine.config.ConfigKey;

/**
 * One setting has another value now.
 *
 * @param key    which one
 * @param before its former value, on one line
 * @param after  its value, on one line
 * @param takes  when it takes effect
 */
public record Consequence(ConfigKey key, String before, String after, Effect takes) {

    /** When a changed setting takes effect. */
    public enum Effect {
        /** It has already. */
        DONE,
        /** When the machine, which has a VM, is restarted. */
        AT_RESTART,
        /** When the machine, which does not run, is started. */
        AT_START
    }
}
