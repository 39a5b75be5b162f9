// The forms of values, for those who offer fitting controls.
package dev.wherry.engine.config;

import java.util.List;

/** What kind of value a key takes. */
public sealed interface ValueForm {

    /** A number without fraction from {@code min} to {@code max}. */
    record Whole(int min, int max) implements ValueForm {
    }

    /** An amount of bytes from {@code min}. */
    record Size(DataSize min) implements ValueForm {
    }

    /** One of {@code words}. */
    record Choice(List<String> words) implements ValueForm {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** Names and values of any kind. */
    record Entries() implements ValueForm {
    }
}
