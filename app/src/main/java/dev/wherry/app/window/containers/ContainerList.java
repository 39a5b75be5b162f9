// All containers.
package dev.wherry.app.window.containers;

import java.time.Clock;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import atlantafx.base.controls.CustomTextField;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list with its filter and the bar below it. */
final class ContainerList implements Subscription {

    private static final Texts TEXTS = Texts.of(ContainerList.class);

    private final ContainersModel model;
    private final Clock clock = Clock.systemUTC();
    private final Scope scope = new Scope();
    private final ContainerTable table;
    private final SelectionBar bar;
    private final CustomTextField filter = new CustomTextField();
    private final ToggleButton runningOnly = new ToggleButton(TEXTS.get("runningonly"));
    private final StackPane holder = new StackPane();
    private final Node some;
    private final Node none;
    private final Node noneFound = NoContainers.found(this::clearFilter);
    private final PageFrame frame;
    private final Timeline ticking;

    ContainerList(Shell shell, ContainersModel model) {
        this.model = model;
        ContainerCommands commands = new ContainerCommands(shell);
        table = new ContainerTable(model, commands);
        bar = new SelectionBar(commands);
        some = new VBox(table, bar);
        VBox.setVgrow(table, Priority.ALWAYS);
        none = NoContainers.atAll(shell);
        EngineGate gate = new EngineGate(shell.desk(), holder);
        addFilter();
        frame = new PageFrame(TEXTS.get("title"), gate, filter, runningOnly);
        scope.add(gate);
        scope.add(Screen.show(model.contents(), this::render));
        scope.add(Screen.show(model.stats(), table::show));
        table.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<TreeItem<ContainerLine>>) change -> bar.select(table.selected()));
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), event -> table.tick(clock.instant())));
        ticking.setCycleCount(Animation.INDEFINITE);
        scope.add(ticking::stop);
    }

    private void addFilter() {
        filter.setId("containers-filter");
        filter.setPromptText(TEXTS.get("filter"));
        filter.setAccessibleText(TEXTS.get("filter"));
        filter.setLeft(new FontIcon(Feather.SEARCH));
        filter.textProperty().subscribe(text -> model.filter().update(old -> old.withText(text)));
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                table.requestFocus();
            } else if (event.getCode() == KeyCode.DOWN) {
                table.requestFocus();
            }
        });
        runningOnly.setId("containers-running-only");
        runningOnly.selectedProperty().subscribe(only -> model.filter().update(old -> old.withRunningOnly(only)));
    }

    private void render(Contents contents) {
        table.show(contents.entries());
        bar.show(contents);
        bar.select(table.selected());
        List<Node> shown = !contents.known()
                ? List.of()
                : List.of(contents.total() == 0 ? none : contents.entries().isEmpty() ? noneFound : some);
        if (!holder.getChildren().equals(shown)) {
            holder.getChildren().setAll(shown);
        }
    }

    private void clearFilter() {
        filter.clear();
        runningOnly.setSelected(false);
    }

    Parent content() {
        return frame;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void show() {
        model.shown().set(true);
        table.tick(clock.instant());
        ticking.play();
        Platform.runLater(table::requestFocus);
    }

    void hide() {
        model.shown().set(false);
        ticking.stop();
    }

    @Override
    public void close() {
        hide();
        scope.close();
    }
}
