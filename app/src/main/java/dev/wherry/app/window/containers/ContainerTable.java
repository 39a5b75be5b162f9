// The table of containers.
package dev.wherry.app.window.containers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.ContainerStats;
import org.jspecify.annotations.Nullable;

/** Shows what the model has; selection, focus, what is collapsed and where it is scrolled to stay as they are meanwhile. */
final class ContainerTable extends TreeTableView<ContainerLine> {

    private static final Texts TEXTS = Texts.of(ContainerTable.class);

    private final ContainersModel model;
    private final ContainerCommands commands;
    private final ContainerMenu menu;
    private final ContainerTree tree = new ContainerTree();

    ContainerTable(ContainersModel model, ContainerCommands commands) {
        this.model = model;
        this.commands = commands;
        this.menu = new ContainerMenu(commands);
        setId("containers-table");
        setAccessibleText(TEXTS.get("title"));
        setRoot(tree.root());
        setShowRoot(false);
        tree.root().setExpanded(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getColumns().setAll(ContainerColumns.make(commands, menu));
        setRowFactory(table -> row());
        // The model orders: so its order is the only one, whatever changes.
        setSortPolicy(table -> {
            model.order().set(order());
            return true;
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnContextMenuRequested(this::requestMenu);
    }

    private TreeTableRow<ContainerLine> row() {
        TreeTableRow<ContainerLine> row = new TreeTableRow<>();
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            ContainerLine line = row.getItem();
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && line != null
                    && line.entry() instanceof ContainerRow container) {
                commands.open(container, "");
            }
        });
        return row;
    }

    private ContainerOrder order() {
        return getSortOrder().isEmpty()
                ? ContainerOrder.USUAL
                : new ContainerOrder(ContainerColumns.of(getSortOrder().getFirst()),
                        getSortOrder().getFirst().getSortType() == TreeTableColumn.SortType.DESCENDING);
    }

    private void requestMenu(ContextMenuEvent event) {
        if (!selected().isEmpty()) {
            menu.showAt(this, event.getScreenX(), event.getScreenY(), selected());
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> enter();
            case DELETE -> commands.remove(selected());
            case F2 -> {
                if (selected().size() == 1) {
                    commands.rename(selected().getFirst());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter() {
        TreeItem<ContainerLine> focused = getFocusModel().getFocusedItem();
        if (focused == null || focused.getValue() == null) {
            return;
        }
        switch (focused.getValue().entry()) {
            case ContainerRow row -> commands.open(row, "");
            case ContainerGroup group -> focused.setExpanded(!focused.isExpanded());
        }
    }

    /** The selected containers, those of selected projects among them. */
    List<ContainerRow> selected() {
        return ContainersModel.rowsOf(selectedItems().map(item -> item.getValue().entry()));
    }

    // The list may hold null for a moment, while lines go.
    private Stream<TreeItem<ContainerLine>> selectedItems() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull);
    }

    /** Shows {@code entries}. */
    void show(List<ContainerEntry> entries) {
        if (!tree.differsFrom(entries)) {
            tree.show(entries);
            return;
        }
        List<TreeItem<ContainerLine>> selected = selectedItems().toList();
        @Nullable
        TreeItem<ContainerLine> focused = getFocusModel().getFocusedItem();
        tree.show(entries);
        int[] rows = selected.stream().mapToInt(this::getRow).filter(row -> row >= 0).toArray();
        getSelectionModel().clearSelection();
        if (rows.length > 0) {
            getSelectionModel().selectIndices(rows[0], rows);
        }
        getFocusModel().focus(focused == null ? -1 : getRow(focused));
        tick(Instant.now());
    }

    /** Shows what running containers use. */
    void show(Map<String, ContainerStats> stats) {
        tree.lines().forEach(line -> line.use(Usage.of(line.entry(), stats)));
    }

    /** Shows ages as they are at {@code now}, and tells the model what is in view. */
    void tick(Instant now) {
        tree.lines().forEach(line -> line.tick(now));
        model.inView().set(inView());
    }

    private Set<String> inView() {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getFirstVisibleCell() == null) {
            return Set.of();
        }
        return IntStream.rangeClosed(flow.getFirstVisibleCell().getIndex(), flow.getLastVisibleCell().getIndex())
                .mapToObj(this::getTreeItem).filter(Objects::nonNull)
                .flatMap(item -> item.getValue().entry().rows().stream()).map(ContainerRow::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
