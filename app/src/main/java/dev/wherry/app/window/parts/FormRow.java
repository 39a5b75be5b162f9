// One line of a form: what it is about, and its controls.
package dev.wherry.app.window.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

/** A title and an explanation to the left, controls to the right, and below them what is wrong with its value. */
public final class FormRow extends VBox {

    private final VBox words;
    private final Label problem = new Label();

    /** A row for {@code controls}; {@code explanation} may be empty. */
    public FormRow(String title, String explanation, Node... controls) {
        Label name = new Label(title);
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setWrapText(true);
        if (controls.length > 0) {
            name.setLabelFor(controls[0]);
        }
        words = new VBox(name);
        words.getStyleClass().add("setting-words");
        if (!explanation.isEmpty()) {
            Label text = new Label(explanation);
            text.getStyleClass().add(Styles.TEXT_MUTED);
            text.setWrapText(true);
            words.getChildren().add(text);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(words);
        line.getChildren().addAll(controls);
        for (Node control : controls) {
            // The words give way, not the control.
            if (control instanceof Region region) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        problem.getStyleClass().addAll(Styles.DANGER, "setting-problem");
        problem.setWrapText(true);
        problem.setId("problem");
        getStyleClass().add("setting-row");
        getChildren().addAll(line, problem);
        complain("");
    }

    /** Puts {@code node} below the explanation. */
    public void append(Node node) {
        words.getChildren().add(node);
    }

    /** Says what is wrong; nothing is when {@code text} is empty. */
    public void complain(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
    }
}
