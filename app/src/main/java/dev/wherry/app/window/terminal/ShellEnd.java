// What is left of a shell.
package dev.wherry.app.window.terminal;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import dev.wherry.app.model.Failure;
import dev.wherry.app.shell.ShellState;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.StateMark;
import org.kordamp.ikonli.feather.Feather;

/** Says how a shell ended and offers another one. */
final class ShellEnd extends HBox {

    private static final Texts TEXTS = Texts.of(ShellEnd.class);

    ShellEnd(ShellState state, Runnable again) {
        StateMark mark = new StateMark();
        mark.show(state instanceof ShellState.Ended ? StateMark.Kind.OFF : StateMark.Kind.TROUBLE);
        Label text = new Label(words(state));
        text.setId("shell-end");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button another = Buttons.of(Feather.ROTATE_CW,
                TEXTS.get(state instanceof ShellState.Lost ? "reconnect" : "again"),
                again);
        another.setId("shell-again");
        another.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("shell-end");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(mark, text, another);
    }

    private static String words(ShellState state) {
        return switch (state) {
            case ShellState.Ended(int code) -> TEXTS.get(code == 0 ? "ended" : "ended.code", Integer.toString(code));
            case ShellState.Missing() -> TEXTS.get("missing");
            case ShellState.Refused(Failure failure) -> TEXTS.get("refused", reason(failure));
            case ShellState.Lost(Failure failure) -> TEXTS.get("lost", reason(failure));
            case ShellState.Opening(),ShellState.Running() -> "";
        };
    }

    private static String reason(Failure failure) {
        return (failure.cause() + " " + failure.remedy()).strip();
    }
}
