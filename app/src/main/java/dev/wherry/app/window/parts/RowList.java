// A field of a form that holds any number of rows.
package dev.wherry.app.window.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/**
 * Rows that can be added and taken away.
 *
 * @param <T> what a row says, immutable
 */
public final class RowList<T> extends VBox {

    /**
     * The controls of a row.
     *
     * @param node   holds them
     * @param first  which has the focus when the row is new
     * @param value  what they say
     * @param inputs change when they say something else
     */
    public record Editor<T>(Node node, Node first, Supplier<T> value, List<Observable> inputs) {
    }

    private static final Texts TEXTS = Texts.of(RowList.class);

    private final String id;
    private final Function<T, Editor<T>> editing;
    private final Consumer<List<T>> changed;
    private final VBox rows = new VBox();
    private final List<Editor<T>> editors = new ArrayList<>();

    /**
     * A list without rows.
     *
     * @param id      of the button that adds one, without {@code -add}
     * @param adding  the label of that button
     * @param blank   what a new row says
     * @param editing makes the controls of a row
     * @param changed hears what all rows say, whenever that changes
     */
    public RowList(String id, String adding, T blank, Function<T, Editor<T>> editing, Consumer<List<T>> changed) {
        this.id = id;
        this.editing = editing;
        this.changed = changed;
        rows.getStyleClass().add("form-rows");
        Button add = Buttons.of(Feather.PLUS, adding, () -> add(blank).first.requestFocus());
        add.setId(id + "-add");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        getStyleClass().add("form-rows");
        getChildren().addAll(rows, add);
    }

    /** Puts {@code values} in the place of what there is. */
    public void show(List<T> values) {
        rows.getChildren().clear();
        editors.clear();
        values.forEach(this::add);
    }

    private Editor<T> add(T value) {
        Editor<T> editor = editing.apply(value);
        HBox.setHgrow(editor.node, Priority.ALWAYS);
        HBox row = new HBox(editor.node);
        row.getStyleClass().add("form-row");
        row.setAlignment(Pos.CENTER_LEFT);
        Button remove = Buttons.icon(Feather.X, TEXTS.get("row.remove"), () -> remove(editor, row));
        remove.setId(id + "-remove");
        row.getChildren().add(remove);
        editor.inputs.forEach(input -> input.addListener(source -> tell()));
        editors.add(editor);
        rows.getChildren().add(row);
        tell();
        return editor;
    }

    private void remove(Editor<T> editor, Node row) {
        editors.remove(editor);
        rows.getChildren().remove(row);
        tell();
    }

    private void tell() {
        changed.accept(editors.stream().map(editor -> editor.value.get()).toList());
    }
}
