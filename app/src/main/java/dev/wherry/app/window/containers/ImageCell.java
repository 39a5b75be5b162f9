// What a container was made from.
package dev.wherry.app.window.containers;

import javafx.scene.control.TreeTableCell;

import org.jspecify.annotations.Nullable;

/** The image's name; projects have none. */
final class ImageCell extends TreeTableCell<ContainerLine, ContainerEntry> {

    @Override
    protected void updateItem(@Nullable ContainerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(entry instanceof ContainerRow row ? row.image() : null);
    }
}
