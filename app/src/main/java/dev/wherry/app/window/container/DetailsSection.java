// A part of the details: a headline and rows below.
package dev.wherry.app.window.container;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

/** Rows of a name and what belongs to it. */
final class DetailsSection extends VBox {

    private final GridPane grid = new GridPane();
    private final String none;
    private int rows;

    /** @param none what is said when there are no rows */
    DetailsSection(String id, String title, String none) {
        this.none = none;
        setId("details-" + id);
        getStyleClass().add("details-section");
        Label headline = new Label(title);
        headline.getStyleClass().add(Styles.TITLE_4);
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(30);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setPercentWidth(70);
        grid.getColumnConstraints().addAll(names, values);
        grid.getStyleClass().add("details-grid");
        getChildren().addAll(headline, grid);
        clear();
    }

    /** Takes all rows out. */
    void clear() {
        grid.getChildren().clear();
        rows = 0;
        Label label = new Label(none);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        grid.add(label, 0, 0, 2, 1);
    }

    /** Adds a row with a text that can be selected and copied. */
    void add(String name, String value) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("copyable");
        field.setAccessibleText(name);
        add(name, field);
    }

    /** Adds a row. */
    void add(String name, Node value) {
        if (rows == 0) {
            grid.getChildren().clear();
        }
        Label label = new Label(name);
        label.getStyleClass().add("details-name");
        label.setLabelFor(value);
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(rows++, label, value);
    }
}
