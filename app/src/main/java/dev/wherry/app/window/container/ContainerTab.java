// A tab of a container's page.
package dev.wherry.app.window.container;

import javafx.scene.Parent;

import dev.wherry.app.model.Subscription;

/** What is behind one tab; made when it is first selected, closed with the page. All calls are made on the FX thread. */
interface ContainerTab extends Subscription {

    /** What is shown; the same at every call. */
    Parent content();

    /** The tab comes into view. */
    default void shown() {
    }

    /** Whether something goes on in it that ends when it is closed. */
    default boolean busy() {
        return false;
    }

    /** The user wants to find something in it. */
    default void find() {
    }

    /** The tab goes out of view; what costs something can rest. */
    default void hidden() {
    }
}
