// The log of a container.
package dev.wherry.app.window.container;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.docker.Containers;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the container has written, with all that helps to find something in it. */
final class LogsTab implements ContainerTab {

    private static final Texts TEXTS = Texts.of(LogsTab.class);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Shell shell;
    private final ContainerModel container;
    private final LogModel model;
    private final Scope scope = new Scope();
    private final LogList list = new LogList();
    private final LogSearchBar search;
    private final ToggleButton times = toggle(Feather.CLOCK, "times");
    private final ToggleButton wrap = toggle(Feather.CORNER_DOWN_LEFT, "wrap");
    private final ToggleButton follow = toggle(Feather.CHEVRONS_DOWN, "follow");
    private final Label state = new Label();
    private final Label count = new Label();
    private final VBox content;

    LogsTab(Shell shell, ContainerModel container) {
        this.shell = shell;
        this.container = container;
        this.model = new LogModel(new Containers(shell.desk().engine().client()), container);
        this.search = new LogSearchBar(model, list);
        list.setId("logs-list");
        list.setAccessibleText(TEXTS.get("logs"));
        follow.selectedProperty().bindBidirectional(list.following());
        times.setOnAction(event -> look());
        wrap.setOnAction(event -> look());
        VBox.setVgrow(list, Priority.ALWAYS);
        content = new VBox(tools(), list, foot());
        content.getStyleClass().add("tab-body");
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::type);
        scope.add(model);
        scope.add(search);
        scope.add(Screen.show(model.lines(), this::render));
        scope.add(Screen.show(model.status(), this::render));
    }

    private HBox tools() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = tool(Feather.COPY, "copy", this::copy);
        copy.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        HBox tools = new HBox(search, gap, times, wrap, copy, tool(Feather.SAVE, "save", this::save),
                tool(Feather.TRASH_2, "clear", model::clear), follow);
        tools.getStyleClass().add("tab-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private HBox foot() {
        state.setId("logs-state");
        count.setId("logs-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(state, gap, count);
        foot.getStyleClass().addAll("tab-foot", Styles.TEXT_MUTED);
        return foot;
    }

    private static ToggleButton toggle(Feather icon, String key) {
        ToggleButton toggle = new ToggleButton(null, new FontIcon(icon));
        toggle.setId("logs-" + key);
        toggle.getStyleClass().add(Styles.BUTTON_ICON);
        toggle.setTooltip(new Tooltip(TEXTS.get("logs." + key)));
        toggle.setAccessibleText(TEXTS.get("logs." + key));
        return toggle;
    }

    private static Button tool(Feather icon, String key, Runnable action) {
        Button button = Buttons.icon(icon, TEXTS.get("logs." + key), action);
        button.setId("logs-" + key);
        return button;
    }

    private void type(KeyEvent event) {
        if (COPY.match(event) && list.isFocused()) {
            copy();
            event.consume();
        }
    }

    private void look() {
        list.changeLook(old -> old.with(times.isSelected(), wrap.isSelected()));
    }

    private void render(LogLines lines) {
        list.show(lines);
        count.setText(TEXTS.get(lines.first() > 0 ? "logs.count.last" : "logs.count", lines.size()));
    }

    private void render(LogStatus status) {
        state.setText(switch (status.phase()) {
            case LOADING -> TEXTS.get("logs.loading");
            case FOLLOWING -> TEXTS.get("logs.following");
            case ENDED -> TEXTS.get("logs.ended");
            case FAILED -> TEXTS.get("logs.failed", status.cause());
        });
    }

    private void copy() {
        if (!list.getSelectionModel().isEmpty()) {
            shell.copy(list.selectedText());
        }
    }

    private void save() {
        String name = container.name();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("logs.save"));
        chooser.setInitialFileName(name + ".log");
        File file = chooser.showSaveDialog(shell.owner());
        if (file != null) {
            save(file.toPath());
        }
    }

    /** Writes all lines to {@code file}. */
    void save(Path file) {
        LogLines lines = model.lines().get();
        boolean withTimes = times.isSelected();
        shell.desk().jobs().start(TEXTS.get("logs.saving", container.name(), file),
                report -> Files.writeString(file, LogList.text(lines.range(0, lines.size()), withTimes) + "\n"));
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void shown() {
        model.resume();
    }

    @Override
    public void find() {
        search.enter();
    }

    @Override
    public void hidden() {
        model.rest();
    }

    @Override
    public void close() {
        scope.close();
    }
}
