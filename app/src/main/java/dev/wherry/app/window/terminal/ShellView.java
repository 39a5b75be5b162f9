// One shell on the screen.
package dev.wherry.app.window.terminal;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;

import com.techsenger.jeditermfx.core.util.TermSize;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.shell.ShellLine;
import dev.wherry.app.shell.ShellSource;
import dev.wherry.app.shell.ShellState;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.guest.TerminalSize;

/** A terminal, and under it what has become of its shell when it runs no more. The first shell is opened when it is first seen. */
final class ShellView extends BorderPane implements Subscription {

    private static final Texts TEXTS = Texts.of(ShellView.class);
    private static final TerminalSize USUAL = new TerminalSize(80, 24);

    private final TerminalSettings settings;
    private final TerminalWidget widget;
    private final ShellLine line;
    private final Scope scope = new Scope();
    private boolean focusWanted;
    private final ChangeListener<Number> layout = (property, old, now) -> startWhenSized();

    /** @param titled is told, on the FX thread, what the shell calls itself */
    ShellView(ShellSource source, TerminalSettings settings, Consumer<String> titled) {
        this.settings = settings;
        this.widget = new TerminalWidget(settings);
        this.line = new ShellLine(source, USUAL);
        getStyleClass().add("shell-view");
        setCenter(widget.getPane());
        Canvas canvas = widget.screen().getCanvas();
        canvas.setAccessibleText(TEXTS.get("screen"));
        widget.getTerminal().addApplicationTitleListener(title -> Platform.runLater(() -> titled.accept(title)));
        backgroundProperty().addListener((source1, old, now) -> dress());
        sceneProperty().addListener((source1, old, now) -> widget.screen().seen(now != null));
        canvas.sceneProperty().addListener((source1, old, now) -> {
            if (now != null && focusWanted) {
                focus();
            }
        });
        // Not on the canvas itself, where the terminal's own filters would come first.
        widget.getPane().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        widget.getPane().addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        widget.screen().getCanvas().heightProperty().addListener(layout);
        scope.add(Screen.show(line.state(), this::render));
    }

    /** The line to its shell. */
    ShellLine line() {
        return line;
    }

    private void startWhenSized() {
        TermSize size = widget.screen().getTerminalSizeFromComponent();
        if (size != null) {
            widget.screen().getCanvas().heightProperty().removeListener(layout);
            widget.setTtyConnector(new LineConnector(line, widget.screen()));
            widget.start();
        }
    }

    private void dress() {
        if (getBackground() != null && !getBackground().isEmpty()) {
            settings.colours(TerminalColours.on(getBackground().getFills().getFirst().getFill()));
            widget.screen().repaint();
        }
    }

    private void pressed(KeyEvent event) {
        if (!isForTerminal(event)) {
            return;
        }
        TerminalKeys.controlCharacter(event).ifPresent(keys -> {
            widget.screen().getTerminalOutputStream().sendBytes(keys, true);
            event.consume();
        });
    }

    // What came of the keys that were sent as control characters.
    private void typed(KeyEvent event) {
        if (isForTerminal(event) && event.isControlDown() && !event.isAltDown()) {
            event.consume();
        }
    }

    private boolean isForTerminal(KeyEvent event) {
        return widget.screen().getCanvas().equals(event.getTarget());
    }

    private void render(ShellState state) {
        setBottom(state.ended() ? new ShellEnd(state, line::reopen) : null);
    }

    /** Puts the keyboard to the terminal, as soon as that is on the screen. */
    void focus() {
        Canvas canvas = widget.screen().getCanvas();
        focusWanted = canvas.getScene() == null;
        canvas.requestFocus();
    }

    /** Shows where to type what to look for. */
    void find() {
        widget.find();
    }

    /** Takes another size of text from the settings. */
    void resizeText() {
        widget.screen().resizeText();
    }

    /** How many characters it has room for. */
    TerminalSize size() {
        return new TerminalSize(widget.getTerminalTextBuffer().getWidth(), widget.getTerminalTextBuffer().getHeight());
    }

    /** What the screen is filled with. */
    Color background() {
        return widget.screen().getBackground();
    }

    /** What the screen shows, line by line. */
    String text() {
        return widget.getTerminalTextBuffer().getScreenLines();
    }

    @Override
    public void close() {
        scope.close();
        line.close();
        widget.close();
    }
}
