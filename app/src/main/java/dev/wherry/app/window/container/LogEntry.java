// A line of the log as it is shown.
package dev.wherry.app.window.container;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line.
 *
 * @param error whether it went to the standard error
 * @param time  when it was written; null when the engine does not say
 * @param text  what it says
 * @param cut   how many characters were left out at its end
 */
record LogEntry(boolean error, @Nullable Instant time, AnsiText text, int cut) {
}
