// The files of a folder in a table.
package dev.wherry.app.window.files;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.FileKind;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Names with pictures, sizes, times and permissions. What is selected stays so when a folder is read again. */
final class FileTable extends TableView<FileItem> {

    private static final Texts TEXTS = Texts.of(FileTable.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    FileTable() {
        setId("files-table");
        setAccessibleText(TEXTS.get("table"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<FileItem, FileItem> name = new TableColumn<>(TEXTS.get("name"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setCellFactory(column -> new NameCell());
        name.setComparator(Comparator.comparing(FileItem::name, String.CASE_INSENSITIVE_ORDER));
        name.setPrefWidth(420);
        getColumns().add(name);
        getColumns().add(column("size", FileItem::entry, Comparator.comparingLong(entry -> entry.size()),
                entry -> entry.kind() == FileKind.FILE ? Amounts.bytes(entry.size()) : "", "number"));
        getColumns().add(column("modified", item -> item.entry().modified(), Comparator.<Instant>naturalOrder(),
                TIME::format, ""));
        getColumns().add(column("mode", FileItem::permissions, Comparator.<String>naturalOrder(), text -> text,
                "mode"));
    }

    private static <T> TableColumn<FileItem, T> column(String key, Function<FileItem, T> value, Comparator<T> order,
            Function<T, String> words, String style) {
        TableColumn<FileItem, T> column = new TableColumn<>(TEXTS.get(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setComparator(order);
        column.setPrefWidth(140);
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
                if (!style.isEmpty() && !getStyleClass().contains(style)) {
                    getStyleClass().add(style);
                }
            }
        });
        return column;
    }

    /** Shows {@code items}. */
    void show(List<FileItem> items) {
        if (getItems().equals(items)) {
            return;
        }
        Set<String> selected = new HashSet<>();
        getSelectionModel().getSelectedItems().forEach(item -> selected.add(item.path()));
        getItems().setAll(items);
        sort();
        for (int i = 0; i < getItems().size(); i++) {
            if (selected.contains(getItems().get(i).path())) {
                getSelectionModel().select(i);
            }
        }
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().selectFirst();
        }
    }

    /** Those that are selected. */
    List<FileItem> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    private static final class NameCell extends TableCell<FileItem, FileItem> {

        @Override
        protected void updateItem(FileItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(item.target().isEmpty() ? item.name() : item.name() + "  →  " + item.target());
            setTooltip(new Tooltip(item.path()));
            FontIcon icon = new FontIcon(switch (item.kind()) {
                case FOLDER -> Feather.FOLDER;
                case LINK -> Feather.CORNER_DOWN_RIGHT;
                case FILE -> Feather.FILE;
                case SPECIAL -> Feather.CPU;
            });
            icon.setAccessibleText(TEXTS.get("kind." + item.kind().name().toLowerCase(Locale.ROOT)));
            setGraphic(icon);
        }
    }
}
