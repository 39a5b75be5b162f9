// Light or dark, large or small.
package dev.wherry.app.window;

import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.parts.Screen;

/** Keeps a scene's colours and text size as the user wants them. */
final class Look {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = Objects.requireNonNull(Look.class.getResource("window.css")).toExternalForm();
    /** AtlantaFX' own size of text, in pixels. */
    private static final double TEXT = 14;

    private Look() {
    }

    /** Keeps {@code scene} as {@code preferences} say, until the subscription is closed. */
    static Subscription apply(Live<Preferences> preferences, Scene scene) {
        scene.getStylesheets().add(SHEET);
        Subscription choice = Screen.show(preferences, wanted -> dress(scene, wanted));
        ChangeListener<ColorScheme> desktop = (source, old, now) -> dress(scene, preferences.get());
        Platform.getPreferences().colorSchemeProperty().addListener(desktop);
        return () -> {
            choice.close();
            Platform.getPreferences().colorSchemeProperty().removeListener(desktop);
        };
    }

    private static void dress(Scene scene, Preferences wanted) {
        boolean dark = switch (wanted.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        String theme = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!theme.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        scene.getRoot().setStyle("-fx-font-size: " + Math.round(TEXT * wanted.textSize() / 100) + "px;");
    }
}
