// A page of the window.
package dev.wherry.app.window;

import javafx.scene.Parent;

import dev.wherry.app.model.Subscription;

/** A page is made when it is first opened, and closed with the window. All calls are made on the FX thread. */
public interface Page extends Subscription {

    /** What is shown; the same at every call. */
    Parent content();

    /** The page comes into view, or goes to another place within itself. */
    default void show(Place place) {
    }

    /** Whether it holds what the user would miss if the page were closed, such as a shell. */
    default boolean isInUse() {
        return false;
    }

    /** The page goes out of view; what costs something and nobody sees can rest. */
    default void hide() {
    }
}
