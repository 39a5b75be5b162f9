// The lines of a log at one moment.
package dev.wherry.app.window.container;

import java.util.AbstractList;
import java.util.List;

/**
 * Lines that never change, numbered from the first that the log ever had. Taking one of these from a {@link LogBuffer} copies no
 * lines; those of two moments share what they have in common.
 */
final class LogLines {

    /** No lines as yet. */
    static final LogLines NONE = new LogLines(List.of(), 0, 0, 0);
    /** Lines are kept in pieces of this many. */
    static final int PIECE = 1024;

    private final List<LogEntry[]> pieces;
    private final int offset;
    private final long first;
    private final int size;

    /** @param offset how many lines of the first piece are gone */
    LogLines(List<LogEntry[]> pieces, int offset, long first, int size) {
        this.pieces = List.copyOf(pieces);
        this.offset = offset;
        this.first = first;
        this.size = size;
    }

    /** Number of the first line that is still there. */
    long first() {
        return first;
    }

    /** Number of the line that comes next. */
    long end() {
        return first + size;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The line at {@code index}, from 0 to below {@link #size}. */
    LogEntry get(int index) {
        int place = offset + index;
        return pieces.get(place / PIECE)[place % PIECE];
    }

    /** The line with this number, from {@link #first} to below {@link #end}. */
    LogEntry at(long number) {
        return get(Math.toIntExact(number - first));
    }

    /** The lines from {@code index} up to and without {@code to}. */
    List<LogEntry> range(int index, int to) {
        return new AbstractList<>() {
            @Override
            public LogEntry get(int i) {
                return LogLines.this.get(index + i);
            }

            @Override
            public int size() {
                return to - index;
            }
        };
    }
}
