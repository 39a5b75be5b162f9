// The window.
package dev.wherry.app.window;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import atlantafx.base.controls.ModalPane;
import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.machine.MachineState;
import org.jspecify.annotations.Nullable;

/** One window with a side bar, the page that is open, and what is in front of it. All calls are made on the FX thread. */
public final class MainWindow implements Shell, Subscription {

    private static final Texts TEXTS = Texts.of(MainWindow.class);
    private static final String GREETING = "greeting";
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 480;

    private final Desk desk;
    private final Stage stage;
    private final Pages pages;
    private final Scope scope = new Scope();
    private final Map<PageKind, Page> opened = new EnumMap<>(PageKind.class);
    private final StackPane holder = new StackPane();
    private final ModalPane front = new ModalPane();
    private final Notes notes = new Notes();
    private final SideBar sideBar;
    private @Nullable Page current;
    private @Nullable Node behind;

    /** A window onto {@code desk}, which outlives it; {@link #show} shows it. */
    public MainWindow(Desk desk, Stage stage, Pages pages) {
        this.desk = desk;
        this.stage = stage;
        this.pages = pages;
        this.sideBar = new SideBar(this);
        stage.setTitle(TEXTS.get("title"));
        stage.getIcons().addAll(Icons.ofWindow());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene());
        scope.add(sideBar);
        open(Place.of(PageKind.CONTAINERS));
    }

    private Scene scene() {
        Banner banner = new Banner(desk);
        FailureList failures = new FailureList(desk, this);
        JobBar jobs = new JobBar(desk.jobs());
        UpdateBar updates = new UpdateBar(this);
        scope.add(banner);
        scope.add(updates);
        scope.add(failures);
        scope.add(jobs);
        VBox.setVgrow(holder, Priority.ALWAYS);
        BorderPane frame = new BorderPane(new VBox(banner, updates, holder, failures, jobs));
        frame.setLeft(sideBar);
        // A dialog that is left behind would go on taking Enter for its default button.
        front.displayProperty().subscribe(shown -> {
            if (!shown) {
                front.setContent(null);
                returnFocus();
            }
        });
        StackPane root = new StackPane(frame, notes, front);
        greet(root, frame);
        root.getStyleClass().add("wherry");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scope.add(Look.apply(desk.preferences().preferences(), scene));
        addAccelerators(scene);
        return scene;
    }

    private void greet(StackPane root, BorderPane frame) {
        boolean known = desk.preferences().preferences().get().welcomed()
                || desk.machine().get().state() != MachineState.ABSENT;
        if (!known) {
            Scope greeting = new Scope();
            Welcome welcome = pages.welcome(this, () -> {
                greeting.close();
                root.getChildren().removeIf(child -> child.getStyleClass().contains(GREETING));
                frame.setVisible(true);
            });
            greeting.add(welcome.end());
            scope.add(greeting);
            // The pages are made behind it: they need a scene to be in.
            welcome.content().getStyleClass().add(GREETING);
            frame.setVisible(false);
            root.getChildren().add(1, welcome.content());
        }
    }

    private void addAccelerators(Scene scene) {
        PageKind[] kinds = PageKind.values();
        for (int i = 0; i < kinds.length; i++) {
            PageKind kind = kinds[i];
            accelerate(scene, KeyCode.getKeyCode(Integer.toString(i + 1)), () -> open(Place.of(kind)));
        }
        accelerate(scene, KeyCode.COMMA, () -> open(Place.of(PageKind.SETTINGS)));
        accelerate(scene, KeyCode.K, () -> pages.search(this));
        accelerate(scene, KeyCode.W, () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        accelerate(scene, KeyCode.Q, pages::quit);
    }

    private static void accelerate(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    /** Shows the window, in front of all others. */
    public void show() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public Desk desk() {
        return desk;
    }

    @Override
    public void open(Place place) {
        Page page = opened.computeIfAbsent(place.page(), kind -> pages.make(kind, this));
        if (current != null && !current.equals(page)) {
            current.hide();
        }
        current = page;
        holder.getChildren().setAll(page.content());
        sideBar.select(place.page());
        page.show(place);
    }

    @Override
    public void ask(Question question, Runnable yes) {
        dialog(new QuestionBox(question, this, yes));
    }

    @Override
    public void dialog(Region content) {
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        if (!front.isDisplay()) {
            behind = stage.getScene().getFocusOwner();
        }
        front.show(content);
    }

    // Whoever has answered a dialog by the keyboard goes on where it was opened.
    private void returnFocus() {
        Node before = behind;
        behind = null;
        if (before != null) {
            before.requestFocus();
        }
    }

    @Override
    public void closeDialog() {
        front.hide();
    }

    @Override
    public void say(String text) {
        notes.say(text);
    }

    @Override
    public void copy(String text) {
        putOnClipboard(text);
        say(TEXTS.get("copied"));
    }

    /** Puts {@code text} on the clipboard, with or without a window. */
    public static void putOnClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void browse(String address) {
        desk.jobs().start(TEXTS.get("browse", address), report -> pages.browse(address));
    }

    @Override
    public Window owner() {
        return stage;
    }

    /** Whether one of the pages holds what the user would miss if the window were closed for good. */
    public boolean isInUse() {
        return opened.values().stream().anyMatch(Page::isInUse);
    }

    /** Calls {@code action} in place of what a click on the window's cross does. */
    public void onCross(Runnable action) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            action.run();
        });
    }

    /** Takes the window off the screen, with all that is in it. */
    public void hide() {
        stage.hide();
    }

    /** Leaves the window in the desktop's list of windows only. */
    public void minimise() {
        stage.setIconified(true);
    }

    /** Ends the window and all of its pages. */
    @Override
    public void close() {
        opened.values().forEach(Page::close);
        scope.close();
        stage.close();
    }
}
