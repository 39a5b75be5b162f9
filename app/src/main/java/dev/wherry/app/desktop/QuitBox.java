// The question that is asked once when the app is quit while the machine runs.
package dev.wherry.app.desktop;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.preferences.Preferences.QuitChoice;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;

/** Leave the machine running, or stop it? */
final class QuitBox extends VBox {

    private static final Texts TEXTS = Texts.of(QuitBox.class);
    private static final double WIDTH = 460;

    /** What was chosen. */
    record Answer(QuitChoice choice, boolean remember) {
    }

    QuitBox(Shell shell, Consumer<Answer> then) {
        getStyleClass().add("dialog-box");
        setPrefWidth(WIDTH);
        Label title = new Label(TEXTS.get("quit.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label text = new Label(TEXTS.get("quit.text"));
        text.setWrapText(true);
        CheckBox remember = new CheckBox(TEXTS.get("quit.remember"));
        remember.setId("quit-remember");
        Button cancel = new Button(TEXTS.get("quit.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> shell.closeDialog());
        Button stop = new Button(TEXTS.get("quit.stop"));
        stop.setId("quit-stop");
        stop.setOnAction(event -> then.accept(new Answer(QuitChoice.STOP, remember.isSelected())));
        Button leave = new Button(TEXTS.get("quit.leave"));
        leave.setId("quit-leave");
        leave.getStyleClass().add(Styles.ACCENT);
        leave.setDefaultButton(true);
        leave.setOnAction(event -> then.accept(new Answer(QuitChoice.LEAVE_RUNNING, remember.isSelected())));
        HBox buttons = new HBox(cancel, stop, leave);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, text, remember, buttons);
    }
}
