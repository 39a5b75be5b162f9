// The part of a terminal that characters are drawn on.
package dev.wherry.app.window.terminal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.paint.Color;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.TerminalAction;
import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import com.techsenger.jeditermfx.ui.TerminalPanel;

/** JediTermFX' screen without AWT, which draws only while it is seen. */
final class TerminalScreen extends TerminalPanel {

    private static final Duration LONGEST_DRAWING = Duration.ofMillis(200);

    private final TerminalSettings settings;
    private volatile boolean unseen;
    private boolean drawing; // guarded by this

    TerminalScreen(TerminalSettings settings, TerminalTextBuffer text, StyleState style) {
        super(settings, text, style);
        this.settings = settings;
    }

    @Override
    protected TerminalCopyPasteHandler createCopyPasteHandler() {
        return new TerminalClipboard();
    }

    // What is drawn on a canvas that is not shown piles up in its memory until it is.
    @Override
    public void repaint() {
        if (!unseen) {
            super.repaint();
        }
    }

    // Drawing begins with this, and then waits for the lock of the text. That lock is not fair: a program that prints without
    // end would keep the FX thread out of it for a long time.
    @Override
    public Color getBackground() {
        synchronized (this) {
            if (!drawing) {
                drawing = true;
                Platform.runLater(this::drawn);
            }
        }
        return super.getBackground();
    }

    private synchronized void drawn() {
        drawing = false;
        notifyAll();
    }

    /** Waits while the screen is being drawn. Called without the lock of the text, before more of it is changed. */
    synchronized void giveWay() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_DRAWING.toNanos();
        while (drawing && System.nanoTime() < deadline) {
            wait(LONGEST_DRAWING.toMillis());
        }
    }

    /** Whether anybody sees it. */
    void seen(boolean now) {
        unseen = !now;
        repaint();
    }

    /** Takes another size of text from the settings. */
    void resizeText() {
        reinitFontAndResize();
        repaint();
    }

    // The first of them opens a link by AWT.
    @Override
    public List<TerminalAction> getActions() {
        TerminalAction link = new TerminalAction(settings.getOpenUrlActionPresentation(), event -> {
            settings.browse(selected());
            return true;
        }).withEnabledSupplier(() -> selected().matches("https?://\\S+"));
        return Stream.concat(Stream.of(link), super.getActions().stream().skip(1)).toList();
    }

    private String selected() {
        String text = selectedTextProperty().get();
        return text == null ? "" : text.strip();
    }
}
