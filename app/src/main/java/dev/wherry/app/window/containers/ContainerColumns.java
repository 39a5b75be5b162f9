// The columns of the table.
package dev.wherry.app.window.containers;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.containers.ContainerOrder.Column;

/** Makes the columns; the id of each that can be ordered by is that of the model's column. */
final class ContainerColumns {

    private static final Texts TEXTS = Texts.of(ContainerColumns.class);

    private ContainerColumns() {
    }

    static List<TreeTableColumn<ContainerLine, ?>> make(ContainerCommands commands, ContainerMenu menu) {
        TreeTableColumn<ContainerLine, ContainerEntry> actions = new TreeTableColumn<>(TEXTS.get("column.actions"));
        actions.setCellValueFactory(line -> line.getValue().getValue().entryProperty());
        actions.setCellFactory(column -> new ActionsCell(commands, menu));
        actions.setSortable(false);
        actions.getStyleClass().add("figures");
        fix(actions, 108);
        return List.of(
                widen(entries(Column.NAME, NameCell::new), 130, 190),
                widen(entries(Column.STATE, StateCell::new), 95, 125),
                widen(entries(Column.IMAGE, ImageCell::new), 80, 150),
                widen(entries(Column.PORTS, () -> new PortsCell(commands::browse)), 80, 120),
                fix(figures(Column.CPU, ContainerLine::cpuProperty), 68),
                fix(figures(Column.MEMORY, ContainerLine::memoryProperty), 86),
                widen(figures(Column.SINCE, ContainerLine::sinceProperty), 80, 100),
                actions);
    }

    /** The model's column that {@code column} is. */
    static Column of(TreeTableColumn<ContainerLine, ?> column) {
        return Column.valueOf(column.getId());
    }

    private static TreeTableColumn<ContainerLine, ContainerEntry> entries(Column column,
            Supplier<TreeTableCell<ContainerLine, ContainerEntry>> cell) {
        TreeTableColumn<ContainerLine, ContainerEntry> made = column(column);
        made.setCellValueFactory(line -> line.getValue().getValue().entryProperty());
        made.setCellFactory(any -> cell.get());
        return made;
    }

    private static TreeTableColumn<ContainerLine, String> figures(Column column,
            Function<ContainerLine, ObservableValue<String>> text) {
        TreeTableColumn<ContainerLine, String> made = column(column);
        made.setCellValueFactory(line -> text.apply(line.getValue().getValue()));
        made.getStyleClass().add("figures");
        return made;
    }

    private static <T> TreeTableColumn<ContainerLine, T> column(Column column) {
        TreeTableColumn<ContainerLine, T> made = new TreeTableColumn<>(
                TEXTS.get("column." + column.name().toLowerCase(Locale.ROOT)));
        made.setId(column.name());
        return made;
    }

    private static <T> TreeTableColumn<ContainerLine, T> widen(TreeTableColumn<ContainerLine, T> column, double least,
            double preferred) {
        column.setMinWidth(least);
        column.setPrefWidth(preferred);
        return column;
    }

    private static <T> TreeTableColumn<ContainerLine, T> fix(TreeTableColumn<ContainerLine, T> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width * 2);
        return column;
    }
}
