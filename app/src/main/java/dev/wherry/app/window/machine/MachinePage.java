// The page about the machine.
package dev.wherry.app.window.machine;

import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import dev.wherry.app.desk.SettingsView;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.window.Page;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Question;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.NoticeBar;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Section;
import dev.wherry.app.window.parts.Sheets;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** State, use, facts, forwards and events, and what can be done with the machine as a whole. */
public final class MachinePage implements Page {

    private static final Texts TEXTS = Texts.of(MachinePage.class);

    private final Shell shell;
    private final MachineModel model;
    private final Scope scope = new Scope();
    private final StackPane pending = new StackPane();
    private final MenuItem reset = item("reset", Feather.ZAP, this::askReset);
    private final MenuItem empty = item("empty", Feather.TRASH_2, this::askEmpty);
    private final PageFrame frame;

    /** The machine page of {@code shell}. */
    public MachinePage(Shell shell) {
        this.shell = shell;
        this.model = new MachineModel(shell.desk());
        StatePane state = new StatePane(model);
        FailurePane failure = new FailurePane(shell, model);
        UsagePane usage = new UsagePane(model);
        FactsPane facts = new FactsPane(shell, model);
        ForwardTable forwards = new ForwardTable(shell, model);
        EventList events = new EventList(model);
        scope.add(model);
        scope.add(state);
        scope.add(failure);
        scope.add(usage);
        scope.add(facts);
        scope.add(forwards);
        scope.add(events);
        HBox side = new HBox(new Section(TEXTS.get("use"), usage), new Section(TEXTS.get("facts"), facts));
        side.getChildren().forEach(section -> HBox.setHgrow(section, Priority.ALWAYS));
        side.getStyleClass().add("side-by-side");
        VBox sections = new VBox(pending, failure, state, side, new Section(TEXTS.get("forwards"), forwards),
                new Section(TEXTS.get("events"), events));
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        frame = new PageFrame(TEXTS.get("machine"), scroll, menu());
        Sheets.dress(frame, MachinePage.class);
        scope.add(Screen.show(model.settings(), this::renderPending));
        scope.add(Screen.show(model.machine(), this::renderMenu));
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton(TEXTS.get("more"), new FontIcon(Feather.MORE_HORIZONTAL),
                item("resize", Feather.MAXIMIZE_2, this::resize), reset, empty);
        menu.setId("machine-more");
        return menu;
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get("menu." + key), new FontIcon(icon));
        item.setId("machine-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void resize() {
        shell.dialog(new ResizeBox(shell, new ResizeModel(shell.desk())).box());
    }

    private void askReset() {
        shell.ask(new Question(TEXTS.get("reset.title"), TEXTS.get("reset.text"), TEXTS.get("reset.action"), true),
                () -> model.act(Verb.RESET));
    }

    private void askEmpty() {
        MachineModel.Contents contents = model.contents();
        String lost = contents.isKnown()
                ? TEXTS.get("empty.known", contents.containers(), contents.images(), contents.volumes())
                : TEXTS.get("empty.unknown");
        shell.ask(new Question(TEXTS.get("empty.title"), lost + " " + TEXTS.get("empty.text"),
                TEXTS.get("empty.action"), true), () -> model.act(Verb.EMPTY));
    }

    private void renderMenu(MachineView view) {
        reset.setDisable(!Verb.of(view).contains(Verb.RESET));
        empty.setDisable(!Verb.of(view).contains(Verb.EMPTY));
    }

    private void renderPending(SettingsView view) {
        boolean waits = !view.pending().isEmpty();
        pending.setVisible(waits);
        pending.setManaged(waits);
        if (waits) {
            pending.getChildren().setAll(NoticeBar.info("machine-pending", TEXTS.get("pending"),
                    TEXTS.get("pending.hint"),
                    Buttons.of(Feather.ROTATE_CW, TEXTS.get("verb.restart"), () -> model.act(Verb.RESTART))));
        }
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void show(Place place) {
        model.show();
    }

    @Override
    public void hide() {
        model.hide();
    }

    @Override
    public void close() {
        scope.close();
    }
}
