// A JSON document as a tree.
package dev.wherry.app.window.container;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/** Keeps open what the user has opened, and selected what was selected, when the document changes. */
final class JsonTree extends TreeView<JsonEntry> {

    private final Set<String> open = new HashSet<>();

    JsonTree() {
        getStyleClass().add("json-tree");
        setShowRoot(false);
        setCellFactory(tree -> new Cell());
    }

    /** Shows {@code document}; with all of it opened if {@code wide}, which is then not remembered. */
    void show(JsonEntry document, boolean wide) {
        TreeItem<JsonEntry> selected = getSelectionModel().getSelectedItem();
        String path = selected == null ? "" : selected.getValue().path();
        setRoot(item(document, wide));
        select(getRoot(), path);
    }

    private TreeItem<JsonEntry> item(JsonEntry entry, boolean wide) {
        TreeItem<JsonEntry> item = new TreeItem<>(entry);
        entry.children().forEach(child -> item.getChildren().add(item(child, wide)));
        item.setExpanded(wide || entry.path().isEmpty() || open.contains(entry.path()));
        if (!wide) {
            item.expandedProperty().addListener((source, old, now) -> remember(entry.path(), now));
        }
        return item;
    }

    private void remember(String path, boolean opened) {
        if (opened) {
            open.add(path);
        } else {
            open.remove(path);
        }
    }

    private void select(TreeItem<JsonEntry> item, String path) {
        if (!path.isEmpty() && item.getValue().path().equals(path)) {
            getSelectionModel().select(item);
        } else if (path.startsWith(item.getValue().path())) {
            item.getChildren().forEach(child -> select(child, path));
        }
    }

    private static final class Cell extends TreeCell<JsonEntry> {

        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox row = new HBox(name, value);

        Cell() {
            row.getStyleClass().add("json-row");
            name.getStyleClass().add("json-name");
            value.getStyleClass().add("json-value");
        }

        @Override
        protected void updateItem(@Nullable JsonEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(entry.name());
            value.setText(entry.value());
            setAccessibleText(entry.name() + " " + entry.value());
            setGraphic(row);
        }
    }
}
