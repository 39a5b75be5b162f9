// A file in the table.
package dev.wherry.app.window.files;

import java.util.Locale;

import dev.wherry.engine.docker.FileEntry;
import dev.wherry.engine.docker.FileKind;

/**
 * A file of a folder that is shown.
 *
 * @param path   where it is
 * @param entry  what the folder says of it
 * @param target where a symbolic link leads in the end; empty for anything else, and while it is not known
 */
public record FileItem(String path, FileEntry entry, String target) {

    private static final String LETTERS = "rwxrwxrwx";

    /** Its name in its folder. */
    public String name() {
        return entry.name();
    }

    /** What it is. */
    public FileKind kind() {
        return entry.kind();
    }

    /** The same with what is known of its target. */
    FileItem leadingTo(String where) {
        return new FileItem(path, entry, where);
    }

    /** Whether its name has {@code text} in it, in capitals or not. */
    boolean fits(String text) {
        return name().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Its permissions as {@code ls} writes them. */
    public String permissions() {
        StringBuilder text = new StringBuilder(LETTERS);
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if (((entry.mode() >> (LETTERS.length() - 1 - bit)) & 1) == 0) {
                text.setCharAt(bit, '-');
            }
        }
        return text.toString();
    }
}
