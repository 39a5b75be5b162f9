// What a container or project is called.
package dev.wherry.app.window.containers;

import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableCell;

import org.jspecify.annotations.Nullable;

/** Projects stand out. */
final class NameCell extends TreeTableCell<ContainerLine, ContainerEntry> {

    private static final PseudoClass PROJECT = PseudoClass.getPseudoClass("project");

    @Override
    protected void updateItem(@Nullable ContainerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(entry instanceof ContainerRow row ? row.label() : entry == null ? null : entry.name());
        setAccessibleText(entry == null ? null : entry.name());
        pseudoClassStateChanged(PROJECT, entry instanceof ContainerGroup);
    }
}
