// Shows a file.
package dev.wherry.app.window.files;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;

/** A dialog with the text of a file. */
final class PreviewBox extends VBox {

    private static final Texts TEXTS = Texts.of(PreviewBox.class);

    PreviewBox(FilePreview preview, Shell window) {
        Label title = new Label(preview.path());
        title.getStyleClass().add(Styles.TITLE_4);
        TextArea text = new TextArea(preview.text());
        text.setId("file-preview");
        text.setAccessibleText(preview.path());
        text.setEditable(false);
        text.getStyleClass().add("file-text");
        Label note = new Label(preview.complete() ? "" : TEXTS.get("preview.part"));
        note.getStyleClass().add(Styles.TEXT_MUTED);
        Button copy = new Button(TEXTS.get("copy"));
        copy.setOnAction(event -> window.copy(preview.text()));
        Button close = new Button(TEXTS.get("close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> window.closeDialog());
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("dialog-box");
        getStylesheets().add(FilesStyle.SHEET);
        getChildren().addAll(title, text, note, buttons);
    }
}
