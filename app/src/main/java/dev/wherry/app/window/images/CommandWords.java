// The words of a command as one types it.
package dev.wherry.app.window.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a line into words as a shell does (POSIX, Shell Command Language, 2.2), but expands nothing. */
final class CommandWords {

    private static final char NONE = ' ';

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote = NONE;

    private CommandWords() {
    }

    /** The words of {@code line}; none when a quotation mark or a backslash waits for more. */
    static Optional<List<String>> of(String line) {
        CommandWords reader = new CommandWords();
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (escaped) {
                reader.take(c, reader.quote == '"' && c != '"' && c != '\\');
                escaped = false;
            } else if (c == '\\' && reader.quote != '\'') {
                escaped = true;
            } else {
                reader.plain(c);
            }
        }
        reader.end();
        return escaped || reader.quote != NONE ? Optional.empty() : Optional.of(List.copyOf(reader.words));
    }

    private void plain(char c) {
        if (quote != NONE && c != quote) {
            take(c, false);
        } else if (c == '\'' || c == '"') {
            quote = quote == c ? NONE : c;
            begun = true;
        } else if (Character.isWhitespace(c)) {
            end();
        } else {
            take(c, false);
        }
    }

    private void take(char c, boolean withBackslash) {
        word.append(withBackslash ? "\\" : "").append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
