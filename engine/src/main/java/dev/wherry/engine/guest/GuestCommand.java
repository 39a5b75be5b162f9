// A command line to be run in the guest, with what it needs around it.
package dev.wherry.engine.guest;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A command to run in the guest.
 *
 * @param line        the command line as the guest's shell reads it; empty for a login shell
 * @param environment variables to ask for; the guest's sshd decides which it takes
 * @param terminal    the terminal to attach, or null for three separate streams
 */
public record GuestCommand(String line, Map<String, String> environment, @Nullable Terminal terminal) {

    public GuestCommand {
        environment = Map.copyOf(environment);
    }

    /** A command without a terminal. */
    public static GuestCommand of(String line) {
        return new GuestCommand(line, Map.of(), null);
    }

    /**
     * A terminal of the caller.
     *
     * @param type its type as in TERM, for example {@code xterm-256color}
     * @param size its size when the command starts
     */
    public record Terminal(String type, TerminalSize size) {
    }
}
