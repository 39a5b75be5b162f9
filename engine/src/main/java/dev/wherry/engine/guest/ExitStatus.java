// How a command in the guest ended.
package dev.wherry.engine.guest;

import org.jspecify.annotations.Nullable;

/**
 * The end of a command.
 *
 * @param code   what to exit with in its place: its own exit code, or 128 + signal number as shells report it
 * @param signal the name of the signal that ended it, without SIG; null when it exited by itself
 */
public record ExitStatus(int code, @Nullable String signal) {
}
