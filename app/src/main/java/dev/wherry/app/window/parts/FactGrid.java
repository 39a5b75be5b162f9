// What is known of a thing, name by name.
package dev.wherry.app.window.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Two columns: names to the left, values to the right, each of which can be copied. What is empty is left out. */
public final class FactGrid extends GridPane {

    private static final Texts TEXTS = Texts.of(FactGrid.class);

    private final Consumer<String> copy;

    /** An empty grid; {@code copy} puts a value on the clipboard. */
    public FactGrid(Consumer<String> copy) {
        this.copy = copy;
        Sheets.dress(this, FactGrid.class);
        getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** Adds a value. */
    public FactGrid add(String name, String value) {
        return add(name, value.isEmpty() ? List.of() : List.of(value));
    }

    /** Adds several values of one name, one to a line. */
    public FactGrid add(String name, List<String> values) {
        if (!values.isEmpty()) {
            Label label = new Label(name);
            label.getStyleClass().add(Styles.TEXT_MUTED);
            setValignment(label, VPos.TOP);
            addRow(getRowCount(), label, value(name, String.join("\n", values)));
        }
        return this;
    }

    private Node value(String name, String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setAccessibleText(name + ": " + text);
        Node button = Buttons.icon(Feather.COPY, TEXTS.get("copy", name), () -> copy.accept(text));
        HBox line = new HBox(label, button);
        line.getStyleClass().add("fact");
        return line;
    }
}
