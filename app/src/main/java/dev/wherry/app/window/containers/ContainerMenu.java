// The menu of a container, of a project, or of all that are selected.
package dev.wherry.app.window.containers;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import dev.wherry.app.desk.ContainerAction;
import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One menu, filled anew each time it is shown. */
final class ContainerMenu {

    private static final Texts TEXTS = Texts.of(ContainerMenu.class);

    private final ContainerCommands commands;
    private final ContextMenu menu = new ContextMenu();

    ContainerMenu(ContainerCommands commands) {
        this.commands = commands;
        menu.setId("container-menu");
    }

    /** The picture of {@code action}, here and on buttons. */
    static Feather icon(ContainerAction action) {
        return switch (action) {
            case START, UNPAUSE -> Feather.PLAY;
            case STOP -> Feather.SQUARE;
            case RESTART -> Feather.ROTATE_CW;
            case PAUSE -> Feather.PAUSE;
            case KILL -> Feather.ZAP;
        };
    }

    /** Shows what can be done with {@code rows} below {@code anchor}. */
    void showBelow(Node anchor, List<ContainerRow> rows) {
        fill(rows);
        menu.show(anchor, Side.BOTTOM, 0, 0);
    }

    /** Shows what can be done with {@code rows} at a point of the screen. */
    void showAt(Node owner, double x, double y, List<ContainerRow> rows) {
        fill(rows);
        menu.show(owner, x, y);
    }

    private void fill(List<ContainerRow> rows) {
        menu.hide();
        ObservableList<MenuItem> items = menu.getItems();
        items.clear();
        if (rows.size() == 1) {
            addPlaces(items, rows.getFirst());
        }
        for (ContainerAction action : ContainerAction.values()) {
            if (ContainerCommands.applies(action, rows)) {
                items.add(item(icon(action), "do." + action.key(), () -> commands.run(action, rows)));
            }
        }
        items.add(new SeparatorMenuItem());
        if (rows.size() == 1) {
            addNames(items, rows.getFirst());
        }
        items.add(item(Feather.TRASH_2, "remove.ask", () -> commands.remove(rows)));
    }

    private void addPlaces(ObservableList<MenuItem> items, ContainerRow row) {
        items.add(item(Feather.BOX, "open", () -> commands.open(row, "")));
        row.ports().stream().filter(PortLink::browsable).forEach(port -> items
                .add(item(Feather.EXTERNAL_LINK, "browse", () -> commands.browse(port),
                        Integer.toString(port.host()))));
        items.add(item(Feather.FILE_TEXT, "logs", () -> commands.open(row, "logs")));
        if (row.state().running()) {
            items.add(item(Feather.TERMINAL, "terminal", () -> commands.open(row, "terminal")));
        }
        items.add(new SeparatorMenuItem());
    }

    private void addNames(ObservableList<MenuItem> items, ContainerRow row) {
        items.add(item(Feather.EDIT_2, "rename", () -> commands.rename(row)));
        items.add(item(Feather.COPY, "copy.run", () -> commands.copyRunCommand(row)));
        items.add(item(Feather.COPY, "copy.name", () -> commands.copy(row.name())));
        items.add(item(Feather.COPY, "copy.id", () -> commands.copy(row.id())));
        items.add(new SeparatorMenuItem());
    }

    private static MenuItem item(Feather icon, String key, Runnable action, Object... arguments) {
        MenuItem item = new MenuItem(TEXTS.get(key, arguments), new FontIcon(icon));
        item.setId("menu-" + key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
