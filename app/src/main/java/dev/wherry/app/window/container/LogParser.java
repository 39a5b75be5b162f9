// From the engine's lines to those that are shown.
package dev.wherry.app.window.container;

import java.time.DateTimeException;
import java.time.Instant;

import dev.wherry.engine.docker.LogLine;
import org.jspecify.annotations.Nullable;

/** Reads one line after another: a colour that a line does not end goes on in the next of the same output. */
final class LogParser {

    /** A longer line is cut, so that none takes too long to show or too much memory; in characters. */
    static final int MAX_LINE = 16 * 1024;

    private AnsiStyle output = AnsiStyle.PLAIN;
    private AnsiStyle error = AnsiStyle.PLAIN;

    LogEntry entry(LogLine line) {
        int length = Math.min(line.text().length(), MAX_LINE);
        AnsiText text = AnsiText.parse(line.text().substring(0, length), line.error() ? error : output);
        if (line.error()) {
            error = text.end();
        } else {
            output = text.end();
        }
        return new LogEntry(line.error(), time(line.time()), text, line.text().length() - length);
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // some logging drivers write none
        }
    }
}
