// Asks for the name of a new folder.
package dev.wherry.app.window.files;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;

/** A dialog with one field. */
final class FolderNameBox extends VBox {

    private static final Texts TEXTS = Texts.of(FolderNameBox.class);

    FolderNameBox(Shell window, Consumer<String> make) {
        Label title = new Label(TEXTS.get("make"));
        title.getStyleClass().add(Styles.TITLE_4);
        TextField name = new TextField();
        name.setId("folder-name");
        name.setPromptText(TEXTS.get("make.name"));
        name.setAccessibleText(TEXTS.get("make.name"));
        Button cancel = new Button(TEXTS.get("cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> window.closeDialog());
        Button done = new Button(TEXTS.get("make.action"));
        done.setDefaultButton(true);
        done.disableProperty().bind(Bindings.createBooleanBinding(
                () -> name.getText().isBlank() || name.getText().contains("/"), name.textProperty()));
        done.setOnAction(event -> {
            window.closeDialog();
            make.accept(name.getText().strip());
        });
        HBox buttons = new HBox(cancel, done);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("dialog-box");
        getChildren().addAll(title, name, buttons);
    }
}
