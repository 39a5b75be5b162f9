// Buttons with a picture.
package dev.wherry.app.window.parts;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons that look and read alike everywhere. */
public final class Buttons {

    private Buttons() {
    }

    /** A button with picture and words. */
    public static Button of(Feather icon, String text, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** The button of what one most likely wants to do. */
    public static Button primary(Feather icon, String text, Runnable action) {
        Button button = of(icon, text, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** A button with a picture alone; {@code text} is its tooltip and what a screen reader says. */
    public static Button icon(Feather icon, String text, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(event -> action.run());
        return button;
    }
}
