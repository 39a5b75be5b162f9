// How well a text answers what was typed.
package dev.wherry.app.window.search;

import java.util.Locale;
import java.util.OptionalInt;

/** Ranks texts: those that begin with what was typed first, then those with a word that does, then those that hold it at all. */
final class Match {

    private static final int BEGINS = 0;
    private static final int WORD_BEGINS = 1;
    private static final int HOLDS = 2;
    private static final int HOLDS_ALL_LETTERS = 3;

    private Match() {
    }

    /** The rank of {@code text}, the best being 0; empty when it is no answer to {@code typed}. */
    static OptionalInt rank(String typed, String text) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        if (given.startsWith(wanted)) {
            return OptionalInt.of(BEGINS);
        }
        int at = given.indexOf(wanted);
        if (at > 0) {
            for (int i = at; i > 0; i = given.indexOf(wanted, i + 1)) {
                if (!Character.isLetterOrDigit(given.charAt(i - 1))) {
                    return OptionalInt.of(WORD_BEGINS);
                }
            }
            return OptionalInt.of(HOLDS);
        }
        return holdsInOrder(wanted, given) ? OptionalInt.of(HOLDS_ALL_LETTERS) : OptionalInt.empty();
    }

    private static boolean holdsInOrder(String letters, String text) {
        int next = 0;
        for (int i = 0; i < text.length() && next < letters.length(); i++) {
            if (text.charAt(i) == letters.charAt(next)) {
                next++;
            }
        }
        return next == letters.length();
    }
}
