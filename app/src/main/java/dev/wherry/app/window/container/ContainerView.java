// The page of one container.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.container.ContainerGlance.Presence;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.EmptyState;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;

/**
 * A head that tells how the container is, and tabs with everything else. It lasts as long as somebody wants it, even longer than
 * the container, and says so then. All calls are made on the FX thread.
 */
public final class ContainerView implements Subscription {

    private static final Texts TEXTS = Texts.of(ContainerView.class);
    private static final String SHEET = Objects.requireNonNull(ContainerView.class.getResource("container.css"))
            .toExternalForm();
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Runnable back;
    private final ContainerModel model;
    private final ContainerTabs tabs;
    private final StackPane body = new StackPane();
    private final VBox content;
    private final Scope scope = new Scope();

    /**
     * A page that rests until {@link #show}.
     *
     * @param containerId the container's full id
     * @param back        leads to where the user came from
     */
    public ContainerView(Shell shell, String containerId, Runnable back) {
        this.back = back;
        this.model = new ContainerModel(shell.desk(), containerId);
        this.tabs = new ContainerTabs(List.of(
                new ContainerTabs.Kind("logs", TEXTS.get("logs"), Feather.ALIGN_LEFT, () -> new LogsTab(shell, model)),
                new ContainerTabs.Kind("stats", TEXTS.get("stats"), Feather.ACTIVITY,
                        () -> new StatsTab(shell, model)),
                new ContainerTabs.Kind("details", TEXTS.get("details"), Feather.SLIDERS,
                        () -> new DetailsTab(shell, model)),
                new ContainerTabs.Kind("inspect", TEXTS.get("inspect"), Feather.CODE,
                        () -> new InspectTab(shell, model)),
                new ContainerTabs.Kind("files", TEXTS.get("files"), Feather.FOLDER, () -> new FilesTab(shell, model)),
                new ContainerTabs.Kind("terminal", TEXTS.get("terminal"), Feather.TERMINAL,
                        () -> new TerminalTab(shell, model))));
        EngineGate gate = new EngineGate(shell.desk(), body);
        VBox.setVgrow(gate, Priority.ALWAYS);
        ContainerHead head = new ContainerHead(shell, model, back, back);
        head.setMinHeight(Region.USE_PREF_SIZE);
        gate.setMinHeight(0);
        content = new VBox(head, gate);
        content.setId("container-page");
        content.getStyleClass().addAll("page", "container-page");
        content.getStylesheets().add(SHEET);
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::type);
        scope.add(model);
        scope.add(tabs);
        scope.add(gate);
        scope.add(head);
        scope.add(Screen.show(model.glance(), this::render));
    }

    private void type(KeyEvent event) {
        if (BACK.match(event)) {
            back.run();
            event.consume();
        } else if (FIND.match(event)) {
            tabs.find();
            event.consume();
        }
    }

    private void render(ContainerGlance glance) {
        Node shown = glance.presence() == Presence.GONE
                ? new EmptyState(Feather.BOX, TEXTS.get("gone"), TEXTS.get("gone.hint"),
                        Buttons.primary(Feather.ARROW_LEFT, TEXTS.get("back"), back))
                : tabs;
        if (!body.getChildren().contains(shown)) {
            body.getChildren().setAll(shown);
        }
    }

    /** What is shown; the same at every call. */
    public Parent content() {
        return content;
    }

    /**
     * The page comes into view, or goes to another tab.
     *
     * @param part {@code logs}, {@code stats}, {@code details}, {@code inspect}, {@code files}, {@code terminal}; anything else leaves the tab as it is
     */
    public void show(String part) {
        tabs.select(part);
        tabs.setInView(true);
        Platform.runLater(this::takeFocus);
    }

    // So that the keyboard works from the beginning.
    private void takeFocus() {
        Scene scene = content.getScene();
        Node focused = scene == null ? null : scene.getFocusOwner();
        while (focused != null && !focused.equals(content)) {
            focused = focused.getParent();
        }
        if (focused == null) {
            tabs.requestFocus();
        }
    }

    /** Whether shells are open in it, which end when it is closed. */
    public boolean busy() {
        return tabs.busy();
    }

    /** The page goes out of view, and rests. */
    public void hide() {
        tabs.setInView(false);
    }

    @Override
    public void close() {
        scope.close();
    }
}
