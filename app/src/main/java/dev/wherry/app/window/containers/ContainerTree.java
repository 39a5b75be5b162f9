// The lines of the table, and which is below which.
package dev.wherry.app.window.containers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** Keeps the same item for the same container or project, and leaves alone what does not change. */
final class ContainerTree {

    private final TreeItem<ContainerLine> root = new TreeItem<>();
    private final Map<String, TreeItem<ContainerLine>> items = new HashMap<>();
    private final Set<String> collapsed = new HashSet<>();

    TreeItem<ContainerLine> root() {
        return root;
    }

    Stream<ContainerLine> lines() {
        return items.values().stream().map(TreeItem::getValue);
    }

    /** Whether showing {@code entries} would add, remove or move lines. */
    boolean differsFrom(List<ContainerEntry> entries) {
        return !keys(root).equals(entries.stream().map(ContainerEntry::key).toList())
                || entries.stream().anyMatch(entry -> entry instanceof ContainerGroup group
                        && !keys(item(group)).equals(group.rows().stream().map(ContainerRow::key).toList()));
    }

    private static List<String> keys(TreeItem<ContainerLine> parent) {
        return parent.getChildren().stream().map(child -> child.getValue().entry().key()).toList();
    }

    void show(List<ContainerEntry> entries) {
        Set<String> kept = new HashSet<>();
        arrange(root, entries, kept);
        items.keySet().retainAll(kept);
    }

    private void arrange(TreeItem<ContainerLine> parent, List<? extends ContainerEntry> entries, Set<String> kept) {
        for (ContainerEntry entry : entries) {
            kept.add(entry.key());
            TreeItem<ContainerLine> item = item(entry);
            item.getValue().show(entry);
            if (entry instanceof ContainerGroup group) {
                arrange(item, group.rows(), kept);
            }
        }
        List<TreeItem<ContainerLine>> wanted = entries.stream().map(this::item).toList();
        ObservableList<TreeItem<ContainerLine>> children = parent.getChildren();
        if (!children.equals(wanted)) {
            children.setAll(wanted);
        }
    }

    private TreeItem<ContainerLine> item(ContainerEntry entry) {
        return items.computeIfAbsent(entry.key(), key -> {
            TreeItem<ContainerLine> item = new TreeItem<>(new ContainerLine(entry));
            item.setExpanded(!collapsed.contains(key));
            item.expandedProperty().subscribe(expanded -> {
                if (expanded) {
                    collapsed.remove(key);
                } else {
                    collapsed.add(key);
                }
            });
            return item;
        });
    }
}
