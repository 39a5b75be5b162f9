// The strip above a table with what can be done with what is selected.
package dev.wherry.app.window.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons and a context menu; what cannot be done is disabled and says why in its tooltip. */
public final class RowActions<R> extends HBox {

    private static final Texts TEXTS = Texts.of(RowActions.class);

    private final RowTable<R> table;
    private final Label count = new Label();
    private final ContextMenu menu = new ContextMenu();

    /** The strip of {@code table}. */
    public RowActions(RowTable<R> table, List<RowAction<R>> actions) {
        this.table = table;
        getStyleClass().add("row-actions");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.getStyleClass().add(Styles.TEXT_MUTED);
        actions.forEach(this::add);
        getChildren().addAll(gap, count);
        table.setContextMenu(menu);
        table.onSelection(this::count);
    }

    private void count() {
        int selected = table.selected().size();
        count.setText(selected < 2 ? "" : TEXTS.get("selected", selected));
    }

    private void add(RowAction<R> action) {
        Button button = Buttons.of(action.icon(), action.text(), () -> run(action));
        button.setId(action.id());
        button.getStyleClass().add(Styles.FLAT);
        // A disabled button has no tooltip of its own.
        StackPane holder = new StackPane(button);
        Tooltip why = new Tooltip();
        MenuItem item = new MenuItem(action.text(), new FontIcon(action.icon()));
        item.setOnAction(event -> run(action));
        menu.getItems().add(item);
        getChildren().add(holder);
        table.onSelection(() -> {
            String obstacle = action.obstacle().apply(table.selected());
            button.setDisable(!obstacle.isEmpty());
            item.setDisable(!obstacle.isEmpty());
            button.setAccessibleHelp(obstacle);
            why.setText(obstacle);
            if (obstacle.isEmpty()) {
                Tooltip.uninstall(holder, why);
            } else {
                Tooltip.install(holder, why);
            }
        });
    }

    private void run(RowAction<R> action) {
        if (action.obstacle().apply(table.selected()).isEmpty()) {
            action.run().accept(table.selected());
        }
    }

    /** Lets the Delete key do {@code action}. */
    public RowActions<R> onDelete(RowAction<R> action) {
        Consumer<KeyEvent> delete = event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                run(action);
                event.consume();
            }
        };
        table.addEventHandler(KeyEvent.KEY_PRESSED, delete::accept);
        return this;
    }
}
