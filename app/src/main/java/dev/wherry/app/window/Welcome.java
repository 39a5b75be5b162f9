// The first screen.
package dev.wherry.app.window;

import javafx.scene.Node;

import dev.wherry.app.model.Subscription;

/**
 * The first screen, in place of the frame with its pages.
 *
 * @param content what is shown
 * @param end     is closed when it is no longer
 */
public record Welcome(Node content, Subscription end) {
}
