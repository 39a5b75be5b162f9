// How a command in the guest ended.
package dev.wherry.engine.guest;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The end of a command.
 *
 * @param code   what to exit with in its place: its own exit code, or 128 + signal number as shells report it
 * @param signal the name of the signal that ended it, without SIG; null when it exited by itself
 */
public record ExitStatus(int code, @Nullable String signal) {

    // In the order of Linux's signal numbers, which start at 1.
    private static final List<String> SIGNALS = List.of("HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE",
            "KILL",
            "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM");

    /** The end by a signal, named without SIG; one that is none of the common ones counts as TERM in the code. */
    static ExitStatus ofSignal(String name) {
        int index = SIGNALS.indexOf(name);
        return new ExitStatus(128 + (index < 0 ? SIGNALS.size() : index + 1), name);
    }
}
