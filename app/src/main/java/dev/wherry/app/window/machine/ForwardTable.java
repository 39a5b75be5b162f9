// The published ports and what goes through them.
package dev.wherry.app.window.machine;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.agent.MachineReport.Port;

/** A row for each forward; Enter or a double click opens it in the browser. */
final class ForwardTable extends TableView<Port> implements Subscription {

    private static final Texts TEXTS = Texts.of(ForwardTable.class);
    private static final double WIDE = 220;
    private static final double NARROW = 120;

    private final Subscription subscription;

    ForwardTable(Shell shell, MachineModel model) {
        setId("forwards-table");
        setAccessibleText(TEXTS.get("forwards"));
        getStyleClass().addAll(Styles.DENSE, "forwards");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label(TEXTS.get("forwards.none"));
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        column("container", WIDE, Port::container);
        column("guest", NARROW, port -> port.containerPort() + "/" + port.transport());
        column("host", WIDE, Port::host);
        column("connections", NARROW, port -> Long.toString(port.connections()));
        column("traffic", WIDE, port -> TEXTS.get("traffic", Amounts.bytes(port.sent()),
                Amounts.bytes(port.received())));
        column("problem", WIDE, ForwardTable::problem);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(shell);
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(shell);
            }
        });
        subscription = Screen.show(model.forwards(), this::render);
    }

    private static String problem(Port port) {
        String problem = port.problem();
        return problem == null ? TEXTS.get("forward.open") : "⚠ " + problem;
    }

    private void column(String key, double width, Function<Port, String> words) {
        TableColumn<Port, String> column = new TableColumn<>(TEXTS.get("forward." + key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(NARROW);
        getColumns().add(column);
    }

    private void open(Shell shell) {
        Port port = getSelectionModel().getSelectedItem();
        if (port != null && port.problem() == null && port.transport().equals("tcp")) {
            shell.browse("http://" + (port.everywhere() ? "localhost:" + port.hostPort() : port.host()));
        }
    }

    // Row by row, so that selection and place stay.
    private void render(List<Port> ports) {
        List<Port> items = getItems();
        items.removeIf(old -> ports.stream().noneMatch(port -> same(old, port)));
        for (int i = 0; i < ports.size(); i++) {
            Port port = ports.get(i);
            if (i < items.size() && same(items.get(i), port)) {
                if (!items.get(i).equals(port)) {
                    replace(i, port);
                }
            } else {
                items.removeIf(old -> same(old, port));
                items.add(i, port);
            }
        }
    }

    private void replace(int row, Port port) {
        boolean selected = getSelectionModel().isSelected(row);
        getItems().set(row, port);
        if (selected) {
            getSelectionModel().select(row);
        }
    }

    private static boolean same(Port one, Port other) {
        return one.container().equals(other.container()) && one.host().equals(other.host())
                && one.containerPort() == other.containerPort() && one.transport().equals(other.transport());
    }

    @Override
    public void close() {
        subscription.close();
    }
}
