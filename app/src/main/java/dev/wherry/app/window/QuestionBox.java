// The dialog of a question.
package dev.wherry.app.window;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;

/** Asks; Escape and Enter mean no when something would be lost. */
public final class QuestionBox extends VBox {

    private static final Texts TEXTS = Texts.of(QuestionBox.class);
    private static final double WIDTH = 440;

    /**
     * A question to be shown as a dialog of {@code shell}.
     *
     * @param more what else there is to choose or to fill in, below the text
     */
    public QuestionBox(Question question, Shell shell, Runnable yes, Node... more) {
        getStyleClass().add("dialog-box");
        setPrefWidth(WIDTH);
        Label title = new Label(question.title());
        title.getStyleClass().add(Styles.TITLE_4);
        title.setWrapText(true);
        Label text = new Label(question.text());
        text.setWrapText(true);
        Button no = new Button(TEXTS.get("cancel"));
        no.setId("question-no");
        no.setCancelButton(true);
        no.setOnAction(event -> shell.closeDialog());
        Button go = new Button(question.action());
        go.setId("question-yes");
        go.getStyleClass().add(question.danger() ? Styles.DANGER : Styles.ACCENT);
        go.setOnAction(event -> {
            shell.closeDialog();
            yes.run();
        });
        (question.danger() ? no : go).setDefaultButton(true);
        HBox buttons = new HBox(no, go);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, text);
        getChildren().addAll(more);
        getChildren().add(buttons);
        Node first = question.danger() ? no : more.length > 0 ? more[0] : go;
        Platform.runLater(first::requestFocus);
    }
}
