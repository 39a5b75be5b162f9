// Which containers use a thing.
package dev.wherry.app.window.parts;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import dev.wherry.app.text.Texts;

/** A column with one container's name, or how many there are; the tooltip names them all. */
public final class UsersColumn {

    private static final Texts TEXTS = Texts.of(UsersColumn.class);

    private UsersColumn() {
    }

    /** Adds it to {@code table}. */
    public static <R> void add(RowTable<R> table, String title, double width, Function<R, List<String>> users) {
        table.column(title, width, row -> brief(users.apply(row)),
                Comparator.comparingInt(row -> users.apply(row).size()), row -> String.join("\n", users.apply(row)));
    }

    private static String brief(List<String> users) {
        return switch (users.size()) {
            case 0 -> "–";
            case 1 -> users.getFirst();
            default -> TEXTS.get("users", users.size());
        };
    }
}
