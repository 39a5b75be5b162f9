// The buttons at the end of a line.
package dev.wherry.app.window.containers;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;

import dev.wherry.app.desk.ContainerAction;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What one most likely wants to do, and the menu with the rest. */
final class ActionsCell extends TreeTableCell<ContainerLine, ContainerEntry> {

    private static final Texts TEXTS = Texts.of(ActionsCell.class);

    private final ContainerCommands commands;
    private final Button start = button(ContainerAction.START);
    private final Button stop = button(ContainerAction.STOP);
    private final Button restart = button(ContainerAction.RESTART);
    private final HBox box;

    ActionsCell(ContainerCommands commands, ContainerMenu menu) {
        this.commands = commands;
        Button more = Buttons.icon(Feather.MORE_HORIZONTAL, TEXTS.get("more"), () -> {
        });
        more.getStyleClass().add("more");
        more.setOnAction(event -> menu.showBelow(more, rows()));
        box = new HBox(restart, start, stop, more);
        box.setAlignment(Pos.CENTER_RIGHT);
        // All of it can be done by key or from the menu: the table stays one stop on the way of the Tab key.
        box.getChildren().forEach(button -> button.setFocusTraversable(false));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private Button button(ContainerAction action) {
        Button button = Buttons.icon(ContainerMenu.icon(action), TEXTS.get("do." + action.key()),
                () -> commands.run(action, rows()));
        button.getStyleClass().add("do-" + action.key());
        return button;
    }

    private List<ContainerRow> rows() {
        ContainerEntry entry = getItem();
        return entry == null ? List.of() : entry.rows();
    }

    @Override
    protected void updateItem(@Nullable ContainerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(entry == null ? null : box);
        boolean stops = ContainerCommands.applies(ContainerAction.STOP, rows());
        show(stop, stops);
        show(start, !stops && ContainerCommands.applies(ContainerAction.START, rows()));
        show(restart, entry instanceof ContainerGroup && stops);
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
