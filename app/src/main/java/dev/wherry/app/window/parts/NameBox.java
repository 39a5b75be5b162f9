// Asks for a name.
package dev.wherry.app.window.parts;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;

/** A dialog of one field, checked as one types. */
public final class NameBox {

    /**
     * What it says.
     *
     * @param title  of the dialog
     * @param field  name of the field
     * @param first  what is in the field at first
     * @param prompt what is shown in an empty field
     * @param action label of the button
     */
    public record Words(String title, String field, String first, String prompt, String action) {
    }

    private static final Texts TEXTS = Texts.of(NameBox.class);
    private static final double WIDTH = 480;

    private NameBox() {
    }

    /**
     * Shows the dialog.
     *
     * @param problem what is wrong with a name, in a sentence; empty when nothing is
     * @param go      hears the name
     */
    public static void show(Shell shell, Words words, UnaryOperator<String> problem, Consumer<String> go) {
        TextField field = new TextField(words.first);
        field.setId("name");
        field.setPromptText(words.prompt);
        FormFields form = new FormFields().add("name", words.field, field);
        DialogBox box = new DialogBox(words.title, WIDTH, form);
        box.cancel("name-no", TEXTS.get("cancel"), shell::closeDialog);
        Button yes = box.go("name-yes", words.action, () -> {
            shell.closeDialog();
            go.accept(field.getText().strip());
        });
        field.textProperty().subscribe(() -> {
            String wrong = problem.apply(field.getText().strip());
            form.say(Map.of("name", wrong));
            yes.setDisable(!wrong.isEmpty());
        });
        yes.setDisable(!problem.apply(words.first).isEmpty());
        shell.dialog(box.focus(field));
        field.end();
    }
}
