// Shells side by side.
package dev.wherry.app.window.terminal;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import dev.wherry.app.model.Subscription;
import dev.wherry.app.shell.OutsideShell;
import dev.wherry.app.shell.ShellSource;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.EmptyState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Tabs of shells that all come from one source. They live until they are closed, seen or not. All calls on the FX thread. */
public final class ShellTabs extends StackPane implements Subscription {

    private static final Texts TEXTS = Texts.of(ShellTabs.class);
    private static final double USUAL_TEXT = 13;
    private static final double STEP = 1;

    private final Shell window;
    private final ShellSource source;
    private final OutsideShell outside;
    private final String title;
    private final TerminalSettings settings;
    private final TabPane tabs = new TabPane();
    private final HBox tools;
    private final Node nothing;
    private final double usualText;

    /**
     * Without a shell yet.
     *
     * @param outside the same shell in a program of the user's
     * @param title   what a tab is called until its shell calls itself something
     */
    public ShellTabs(Shell window, ShellSource source, OutsideShell outside, String title) {
        this.window = window;
        this.source = source;
        this.outside = outside;
        this.title = title;
        this.usualText = USUAL_TEXT * window.desk().preferences().preferences().get().textSize() / 100;
        this.settings = new TerminalSettings(usualText, window::browse);
        this.tools = tools();
        this.nothing = new EmptyState(Feather.TERMINAL, TEXTS.get("none"), TEXTS.get("none.hint"),
                Buttons.primary(Feather.PLUS, TEXTS.get("new"), this::open));
        nothing.setId("shell-none");
        tabs.setId("shell-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.getTabs().addListener(this::changed);
        tabs.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> focus());
        getStyleClass().add("shell-tabs");
        getStylesheets().add(Objects.requireNonNull(ShellTabs.class.getResource("terminal.css")).toExternalForm());
        setAlignment(tools, Pos.TOP_RIGHT);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        render();
    }

    private HBox tools() {
        Button add = Buttons.icon(Feather.PLUS, TEXTS.get("new"), this::open);
        add.setId("shell-new");
        HBox row = new HBox(add,
                Buttons.icon(Feather.SEARCH, TEXTS.get("find"), () -> withCurrent(ShellView::find)),
                Buttons.icon(Feather.ZOOM_OUT, TEXTS.get("smaller"), () -> resizeText(settings.textSize() - STEP)),
                Buttons.icon(Feather.ZOOM_IN, TEXTS.get("larger"), () -> resizeText(settings.textSize() + STEP)));
        if (outside.obstacle().isEmpty()) {
            Button button = Buttons.icon(Feather.EXTERNAL_LINK, TEXTS.get("outside"), this::openOutside);
            button.setId("shell-outside");
            row.getChildren().add(button);
        }
        row.getStyleClass().add("shell-tools");
        row.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return row;
    }

    /** Opens a shell in a new tab. */
    public void open() {
        ShellTab tab = new ShellTab(window, source, title, settings);
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
        focus();
    }

    private void openOutside() {
        window.desk().jobs().start(TEXTS.get("outside"), report -> outside.open());
    }

    /** Opens a shell unless there is one already. */
    public void openFirst() {
        if (tabs.getTabs().isEmpty()) {
            open();
        }
    }

    /** Whether there is no shell. */
    public boolean isEmpty() {
        return tabs.getTabs().isEmpty();
    }

    /** Puts the keyboard to the terminal that is shown. */
    public void focus() {
        Platform.runLater(() -> withCurrent(ShellView::focus));
    }

    private void changed(ListChangeListener.Change<? extends Tab> change) {
        while (change.next()) {
            for (Tab tab : change.getRemoved()) {
                if (tab instanceof ShellTab gone) {
                    gone.close();
                }
            }
        }
        render();
    }

    private void render() {
        if (tabs.getTabs().isEmpty()) {
            getChildren().setAll(nothing);
        } else if (getChildren().size() == 1 || getChildren().isEmpty()) {
            getChildren().setAll(tabs, tools);
        }
    }

    private void pressed(KeyEvent event) {
        @Nullable
        Runnable action = action(event);
        if (action != null) {
            event.consume();
            action.run();
        }
    }

    private @Nullable Runnable action(KeyEvent event) {
        if (TerminalKeys.own(KeyCode.T).match(event)) {
            return this::open;
        }
        if (TerminalKeys.own(KeyCode.W).match(event)) {
            return () -> withCurrentTab(ShellTab::requestClose);
        }
        if (new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN).match(event)) {
            return () -> select(1);
        }
        if (new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN).match(event)) {
            return () -> select(-1);
        }
        return zoom(event);
    }

    private @Nullable Runnable zoom(KeyEvent event) {
        return switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> TerminalKeys.zooms(event) ? () -> resizeText(settings.textSize() + STEP) : null;
            case MINUS, SUBTRACT -> TerminalKeys.zooms(event) ? () -> resizeText(settings.textSize() - STEP) : null;
            case DIGIT0, NUMPAD0 -> TerminalKeys.zooms(event) ? () -> resizeText(usualText) : null;
            default -> null;
        };
    }

    private void select(int step) {
        int count = tabs.getTabs().size();
        tabs.getSelectionModel().select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + step, count));
    }

    private void resizeText(double size) {
        settings.textSize(size);
        for (Tab tab : tabs.getTabs()) {
            if (tab instanceof ShellTab shell) {
                shell.view().resizeText();
            }
        }
    }

    private void withCurrent(Consumer<ShellView> action) {
        withCurrentTab(tab -> action.accept(tab.view()));
    }

    private void withCurrentTab(Consumer<ShellTab> action) {
        if (tabs.getSelectionModel().getSelectedItem() instanceof ShellTab tab) {
            action.accept(tab);
        }
    }

    /** Ends all shells. */
    @Override
    public void close() {
        tabs.getTabs().clear();
    }
}
