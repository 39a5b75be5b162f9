// What can be done with all that is selected.
package dev.wherry.app.window.containers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import atlantafx.base.theme.Styles;
import dev.wherry.app.desk.ContainerAction;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import org.kordamp.ikonli.feather.Feather;

/** The line below the table: how many containers there are and are selected, and the actions for those. */
final class SelectionBar extends HBox {

    private static final Texts TEXTS = Texts.of(SelectionBar.class);
    private static final List<ContainerAction> ACTIONS = List.of(ContainerAction.START, ContainerAction.STOP,
            ContainerAction.RESTART, ContainerAction.PAUSE, ContainerAction.UNPAUSE);

    private final Label count = new Label();
    private final Map<ContainerAction, Button> buttons = new EnumMap<>(ContainerAction.class);
    private final Button remove;
    private String all = "";
    private List<ContainerRow> selected = List.of();

    SelectionBar(ContainerCommands commands) {
        getStyleClass().add("selection-bar");
        setAlignment(Pos.CENTER_LEFT);
        count.setId("containers-count");
        count.getStyleClass().add(Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(count, gap);
        for (ContainerAction action : ACTIONS) {
            Button button = Buttons.icon(ContainerMenu.icon(action), TEXTS.get("selected." + action.key()),
                    () -> commands.run(action, selected));
            button.setId("selected-" + action.key());
            buttons.put(action, button);
            getChildren().add(button);
        }
        remove = Buttons.icon(Feather.TRASH_2, TEXTS.get("selected.remove"), () -> commands.remove(selected));
        remove.setId("selected-remove");
        getChildren().add(remove);
        render();
    }

    void show(Contents contents) {
        all = TEXTS.get("count", contents.total(), contents.running());
        render();
    }

    void select(List<ContainerRow> rows) {
        selected = rows;
        render();
    }

    private void render() {
        count.setText(selected.isEmpty() ? all : TEXTS.get("selected", selected.size()));
        buttons.forEach((action, button) -> button.setDisable(!ContainerCommands.applies(action, selected)));
        boolean paused = ContainerCommands.applies(ContainerAction.UNPAUSE, selected)
                && !ContainerCommands.applies(ContainerAction.PAUSE, selected);
        show(ContainerAction.UNPAUSE, paused);
        show(ContainerAction.PAUSE, !paused);
        remove.setDisable(selected.isEmpty());
    }

    private void show(ContainerAction action, boolean shown) {
        Button button = buttons.get(action);
        if (button != null) {
            button.setVisible(shown);
            button.setManaged(shown);
        }
    }
}
