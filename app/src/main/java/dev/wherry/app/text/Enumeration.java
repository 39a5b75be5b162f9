// Names in a sentence.
package dev.wherry.app.text;

import java.util.List;

/** Writes lists of names that may be long. */
public final class Enumeration {

    private static final Texts TEXTS = Texts.of(Enumeration.class);
    private static final int MOST = 5;

    private Enumeration() {
    }

    /** {@code names} with commas between them, no more than one can read in passing. */
    public static String of(List<String> names) {
        int more = names.size() - MOST;
        return more > 0
                ? TEXTS.get("and.more", String.join(", ", names.subList(0, MOST)), more)
                : String.join(", ", names);
    }
}
