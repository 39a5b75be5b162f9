// Something that can be done with rows of a table.
package dev.wherry.app.window.parts;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/**
 * An action on what is selected.
 *
 * @param id       of its button
 * @param icon     its picture
 * @param text     its name
 * @param obstacle why it cannot be done with these rows; empty when it can
 * @param run      does it
 */
public record RowAction<R>(String id, Feather icon, String text, Function<List<R>, String> obstacle,
        Consumer<List<R>> run) {

    private static final Texts TEXTS = Texts.of(RowAction.class);

    /** An action on a single row. */
    public static <R> RowAction<R> one(String id, Feather icon, String text, Consumer<R> run) {
        return new RowAction<>(id, icon, text, rows -> rows.size() == 1 ? "" : TEXTS.get("select.one"),
                rows -> run.accept(rows.getFirst()));
    }

    /** An action on any rows. */
    public static <R> RowAction<R> some(String id, Feather icon, String text, Consumer<List<R>> run) {
        return new RowAction<>(id, icon, text, rows -> rows.isEmpty() ? TEXTS.get("select.some") : "", run);
    }

    /** The same, impossible too for what {@code more} tells. */
    public RowAction<R> unless(Function<List<R>, String> more) {
        return new RowAction<>(id, icon, text, rows -> {
            String first = obstacle.apply(rows);
            return first.isEmpty() ? more.apply(rows) : first;
        }, run);
    }
}
