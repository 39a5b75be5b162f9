// A table that stays as its user left it while its rows change.
package dev.wherry.app.window.parts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/**
 * Rows are known by their key: what is selected stays so, and nothing scrolls, when the same things are shown with other values.
 *
 * @param <R> an immutable row
 */
public final class RowTable<R> extends TableView<RowTable.Row<R>> {

    /** The place of a row, whose value changes. */
    public static final class Row<R> {

        private final ObjectProperty<R> value;

        private Row(R first) {
            value = new SimpleObjectProperty<>(first);
        }
    }

    private final Function<R, String> key;
    private final ObservableList<Row<R>> rows = FXCollections
            .observableArrayList(row -> new Observable[]{row.value});

    /** An empty table whose rows are told apart by {@code key}. */
    public RowTable(String id, String name, Function<R, String> key) {
        this.key = key;
        setId(id);
        setAccessibleText(name);
        getStyleClass().add("row-table");
        SortedList<Row<R>> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** Adds a column of words, sorted as such. */
    public TableColumn<Row<R>, R> column(String title, double width, Function<R, String> text) {
        return column(title, width, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER), row -> "");
    }

    /** Adds a column of amounts, which stand to the right. */
    public TableColumn<Row<R>, R> amounts(String title, double width, Function<R, String> text, Comparator<R> order) {
        TableColumn<Row<R>, R> column = column(title, width, text, order, row -> "");
        column.getStyleClass().add("right");
        return column;
    }

    /**
     * Adds a column.
     *
     * @param width in which proportion to the others, in pixels when there is room for all
     * @param order how to sort by it
     * @param more  a tooltip; none where it is empty
     */
    public TableColumn<Row<R>, R> column(String title, double width, Function<R, String> text, Comparator<R> order,
            Function<R, String> more) {
        TableColumn<Row<R>, R> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> cell.getValue().value);
        column.setCellFactory(shown -> new TextCell<>(text, more));
        column.setComparator(order);
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }

    /** Shows {@code wanted}. */
    public void show(List<R> wanted) {
        Map<String, R> missing = new HashMap<>();
        wanted.forEach(row -> missing.put(key.apply(row), row));
        rows.removeIf(row -> !missing.containsKey(key.apply(row.value.get())));
        for (Row<R> row : rows) {
            R now = Objects.requireNonNull(missing.remove(key.apply(row.value.get())));
            if (!now.equals(row.value.get())) {
                row.value.set(now);
            }
        }
        rows.addAll(wanted.stream().filter(row -> missing.containsKey(key.apply(row))).map(Row::new)
                .collect(Collectors.toList()));
    }

    /** What is selected, from top to bottom. */
    public List<R> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).map(row -> row.value.get())
                .toList();
    }

    /** Selects the row {@code wanted} alone and scrolls to it; nothing happens when it is not shown. */
    public void select(String wanted) {
        getItems().stream().filter(row -> key.apply(row.value.get()).equals(wanted)).findFirst().ifPresent(row -> {
            getSelectionModel().clearSelection();
            getSelectionModel().select(row);
            scrollTo(row);
        });
    }

    /** Calls {@code listener} now, and whenever other rows are selected or have other values. */
    public void onSelection(Runnable listener) {
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<Row<R>>) change -> listener.run());
        rows.addListener((ListChangeListener<Row<R>>) change -> listener.run());
        listener.run();
    }

    /** Lets Enter and a double click open the row in question. */
    public void onOpen(Consumer<R> open) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && selected().size() == 1) {
                open.accept(selected().getFirst());
                event.consume();
            }
        });
        setRowFactory(table -> {
            TableRow<Row<R>> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem().value.get());
                }
            });
            return row;
        });
    }
}
