// What is new in newer versions, and how to get them.
package dev.wherry.app.window;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateWords;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.DialogBox;
import org.kordamp.ikonli.feather.Feather;

/** Each version with its notes and what to do to have it. Nothing here changes anything. */
public final class UpdateBox {

    private static final Texts TEXTS = Texts.of(UpdateBox.class);
    private static final double WIDTH = 560;
    private static final double MOST_HEIGHT = 400;
    private static final double BORDERS = 4;

    private final Shell shell;
    private final UpdateWords words = new UpdateWords();

    private UpdateBox(Shell shell) {
        this.shell = shell;
    }

    /** Tells of {@code updates} in front of {@code shell}. */
    public static void show(Shell shell, List<Update> updates) {
        shell.dialog(new UpdateBox(shell).of(updates));
    }

    private Region of(List<Update> updates) {
        VBox list = new VBox();
        list.getStyleClass().add("update-list");
        updates.stream().map(this::part).forEach(list.getChildren()::add);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // How high it is shows only once its lines are broken.
        scroll.prefHeightProperty().bind(Bindings.min(MOST_HEIGHT, list.heightProperty().add(BORDERS)));
        DialogBox box = new DialogBox(TEXTS.get("updates.title"), WIDTH, scroll);
        Button dismiss = new Button(TEXTS.get("updates.dismiss"));
        dismiss.setId("updates-forget");
        dismiss.setOnAction(event -> {
            shell.desk().updates().dismiss(updates);
            shell.closeDialog();
        });
        box.lead(dismiss);
        return box.focus(box.cancel("updates-close", TEXTS.get("close"), shell::closeDialog));
    }

    private Node part(Update update) {
        Label title = wrapped(words.title(update));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label notes = wrapped(update.notes().strip());
        notes.setVisible(!notes.getText().isEmpty());
        notes.setManaged(notes.isVisible());
        VBox part = new VBox(title, notes, wrapped(words.advice(update)));
        part.getStyleClass().add("update");
        switch (update.kind()) {
            case PROGRAM -> {
                if (!update.page().isEmpty()) {
                    part.getChildren().add(Buttons.of(Feather.DOWNLOAD, TEXTS.get("updates.page"),
                            () -> shell.browse(update.page())));
                }
            }
            case IMAGE -> part.getChildren().add(Buttons.of(Feather.COPY, TEXTS.get("updates.copy"),
                    () -> shell.copy(UpdateWords.UPGRADE)));
        }
        return part;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
