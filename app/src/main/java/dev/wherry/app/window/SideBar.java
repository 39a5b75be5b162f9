// The bar at the left: how the machine is, and the pages.
package dev.wherry.app.window;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads to the pages. */
final class SideBar extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(SideBar.class);

    private final Shell shell;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<PageKind, ToggleButton> buttons = new EnumMap<>(PageKind.class);
    private final MachineBadge badge;

    SideBar(Shell shell) {
        this.shell = shell;
        this.badge = new MachineBadge(shell);
        getStyleClass().add("side-bar");
        getChildren().add(badge);
        int number = 0;
        for (PageKind kind : PageKind.values()) {
            number++;
            if (kind == PageKind.PROBLEMS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                getChildren().add(gap);
            }
            getChildren().add(button(kind, number));
        }
    }

    private ToggleButton button(PageKind kind, int number) {
        ToggleButton button = new ToggleButton(kind.title(), new FontIcon(kind.icon()));
        button.setId("page-" + kind.key());
        button.getStyleClass().setAll("page-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(TEXTS.get("shortcut", number)));
        button.setOnAction(event -> shell.open(Place.of(kind)));
        buttons.put(kind, button);
        return button;
    }

    /** Shows that {@code kind} is open. */
    void select(PageKind kind) {
        group.selectToggle(buttons.get(kind));
    }

    @Override
    public void close() {
        badge.close();
    }
}
