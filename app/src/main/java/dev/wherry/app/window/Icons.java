// The app's own picture.
package dev.wherry.app.window;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import javafx.scene.image.Image;

/** The window's icons in their sizes. */
final class Icons {

    private Icons() {
    }

    static List<Image> ofWindow() {
        return IntStream.of(32, 64, 128, 256).mapToObj(size -> "app-" + size + ".png")
                .filter(name -> Icons.class.getResource(name) != null)
                .map(name -> new Image(Objects.requireNonNull(Icons.class.getResourceAsStream(name)))).toList();
    }
}
