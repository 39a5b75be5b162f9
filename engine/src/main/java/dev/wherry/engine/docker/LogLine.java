// A line of a container's log.
package dev.wherry.engine.docker;

/**
 * One line.
 *
 * @param error whether it was written to the standard error; never so with a terminal, where both are one
 * @param time  when it was written, as the engine writes it (RFC 3339, nanoseconds, UTC); empty when that was not asked for
 * @param text  without its end; terminal control sequences are left in it
 */
public record LogLine(boolean error, String time, String text) {
}
