// The fields of a form, each with what is wrong with it.
package dev.wherry.app.window.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what is wrong below each field, once somebody has been there: an untouched form does not complain. */
public final class FormFields extends VBox {

    private static final class Field extends VBox {

        private final Node control;
        private final Label problem = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
        private boolean touched;
        private String said = "";

        Field(String name, Node control) {
            this.control = control;
            Label label = new Label(name);
            label.setLabelFor(control);
            if (control.getAccessibleText() == null) {
                control.setAccessibleText(name);
            }
            problem.getStyleClass().addAll("form-problem", Styles.TEXT_SMALL);
            problem.setWrapText(true);
            getStyleClass().add("form-field");
            getChildren().addAll(label, control, problem);
            ChangeListener<Boolean> leaving = (source, old, within) -> {
                if (!within) {
                    touch();
                }
            };
            control.focusWithinProperty().addListener(leaving);
            control.addEventFilter(KeyEvent.KEY_TYPED, event -> touch());
            render();
        }

        private void touch() {
            touched = true;
            render();
        }

        void say(String text) {
            said = text;
            render();
        }

        private void render() {
            boolean wrong = touched && !said.isEmpty();
            problem.setText(said);
            problem.setVisible(wrong);
            problem.setManaged(wrong);
            control.setAccessibleHelp(wrong ? said : null);
            control.pseudoClassStateChanged(DANGER, wrong);
        }
    }

    private static final PseudoClass DANGER = Styles.STATE_DANGER;

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /** A form without fields yet. */
    public FormFields() {
        Sheets.dress(this, FormFields.class);
        getStyleClass().add("form-fields");
    }

    /** Adds a field: {@code key} names it among problems, {@code name} for people. */
    public FormFields add(String key, String name, Node control) {
        Field field = new Field(name, control);
        fields.put(key, field);
        getChildren().add(field);
        return this;
    }

    /** Says what is wrong: of each field, by its key; those that are not in {@code problems} are right. */
    public void say(Map<String, String> problems) {
        fields.forEach((key, field) -> field.say(problems.getOrDefault(key, "")));
    }
}
