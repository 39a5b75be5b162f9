// Style sheets.
package dev.wherry.app.window.parts;

import java.util.Objects;
import javafx.scene.Parent;

/** Dresses nodes in the style sheet of their package, which is called as the package is. */
public final class Sheets {

    private Sheets() {
    }

    /** Dresses {@code node} in the style sheet of the package that {@code place} is in. */
    public static void dress(Parent node, Class<?> place) {
        String name = place.getPackageName();
        String sheet = name.substring(name.lastIndexOf('.') + 1) + ".css";
        node.getStylesheets().add(Objects.requireNonNull(place.getResource(sheet), sheet).toExternalForm());
    }
}
