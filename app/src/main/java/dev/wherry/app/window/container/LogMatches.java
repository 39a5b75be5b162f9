// Where in a log something was found.
package dev.wherry.app.window.container;

import java.util.Collections;
import java.util.List;

/**
 * The lines that hold a text.
 *
 * @param text    what is looked for; empty for nothing
 * @param numbers the numbers of the lines, rising (see {@link LogLines})
 * @param current the number of the line that was stepped to last; {@link #NOWHERE} for none
 */
record LogMatches(String text, List<Long> numbers, long current) {

    /** No line. */
    static final long NOWHERE = -1;
    /** Nothing is looked for. */
    static final LogMatches NONE = new LogMatches("", List.of(), NOWHERE);

    LogMatches {
        numbers = List.copyOf(numbers);
    }

    /** The place of the current line among all, from 1; 0 when there is none. */
    int position() {
        return Math.max(0, Collections.binarySearch(numbers, current) + 1);
    }

    /** The same, one step further, beginning again at the other end; the first step leads to {@code from} or the next after it. */
    LogMatches stepped(boolean forward, long from) {
        if (numbers.isEmpty()) {
            return this;
        }
        int place = Collections.binarySearch(numbers, current == NOWHERE ? from : current);
        int before = place < 0 ? -place - 2 : place - 1;
        int after = place < 0 ? -place - 1 : place + (current == NOWHERE ? 0 : 1);
        return new LogMatches(text, numbers, numbers.get(Math.floorMod(forward ? after : before, numbers.size())));
    }
}
