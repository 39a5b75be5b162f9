// A value that is not for everybody's eyes.
package dev.wherry.app.window.container;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows dots, of which nobody can count the characters, until the user wants to see the value; it can be copied unseen. */
final class SecretField extends HBox {

    private static final Texts TEXTS = Texts.of(SecretField.class);
    private static final String DOTS = "••••••••";

    SecretField(Shell shell, Variable variable) {
        setAlignment(Pos.CENTER_LEFT);
        TextField field = new TextField(DOTS);
        field.setEditable(false);
        field.getStyleClass().add("copyable");
        field.setAccessibleText(TEXTS.get("details.secret", variable.name()));
        HBox.setHgrow(field, Priority.ALWAYS);
        FontIcon eye = new FontIcon(Feather.EYE);
        ToggleButton reveal = new ToggleButton(null, eye);
        reveal.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        reveal.setTooltip(new Tooltip(TEXTS.get("details.reveal")));
        reveal.setAccessibleText(TEXTS.get("details.reveal.of", variable.name()));
        reveal.selectedProperty().addListener((source, old, now) -> {
            field.setText(now ? variable.value() : DOTS);
            eye.setIconCode(now ? Feather.EYE_OFF : Feather.EYE);
        });
        getChildren().addAll(field, reveal,
                Buttons.icon(Feather.COPY, TEXTS.get("details.copy.of", variable.name()),
                        () -> shell.copy(variable.value())));
    }
}
