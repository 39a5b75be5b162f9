// The end of a log, in bounded memory.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;

/** Keeps the last lines; the first ones make room. To be used by one thread at a time. */
final class LogBuffer {

    /** Most lines that are kept. */
    static final int MAX_LINES = 100_000;
    /** Most characters that are kept, so that very long lines do not fill the memory. */
    static final long MAX_CHARACTERS = 24_000_000;

    private final List<LogEntry[]> pieces = new ArrayList<>();
    private int offset;
    private long first;
    private int size;
    private long characters;

    void add(LogEntry entry) {
        int place = offset + size;
        if (place == pieces.size() * LogLines.PIECE) {
            pieces.add(new LogEntry[LogLines.PIECE]);
        }
        pieces.getLast()[place % LogLines.PIECE] = entry;
        size++;
        characters += entry.text().plain().length();
        while (size > MAX_LINES || characters > MAX_CHARACTERS) {
            drop();
        }
    }

    // A piece is let go only as a whole: its lines may be shown just now.
    private void drop() {
        characters -= pieces.getFirst()[offset].text().plain().length();
        first++;
        size--;
        offset++;
        if (offset == LogLines.PIECE) {
            pieces.removeFirst();
            offset = 0;
        }
    }

    /** Forgets all lines; their numbers are not given again. */
    void clear() {
        pieces.clear();
        first += size;
        offset = 0;
        size = 0;
        characters = 0;
    }

    /** The lines as they are now. */
    LogLines lines() {
        return new LogLines(pieces, offset, first, size);
    }
}
