// The running app.
package dev.wherry.app.desktop;

import java.io.IOException;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Job;
import dev.wherry.app.preferences.Preferences.QuitChoice;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.MainWindow;
import dev.wherry.app.window.Pages;
import dev.wherry.app.window.Place;
import dev.wherry.engine.machine.MachineState;
import org.jspecify.annotations.Nullable;

/**
 * Holds the window while there is one. The app outlives its window where a tray keeps it within reach. All calls are made on the
 * FX thread.
 */
final class Desktop {

    private static final Texts TEXTS = Texts.of(Desktop.class);
    private static final Duration SHUTDOWN = Duration.ofMinutes(2);

    /** How long a desktop that is just being built up may take to show the tray. */
    private static final javafx.util.Duration TRAY = javafx.util.Duration.seconds(30);

    /** How long JavaFX may hold on to a window that was closed: its last event and the last picture of it. */
    private static final javafx.util.Duration TIDY = javafx.util.Duration.seconds(2);

    private final Desk desk;
    private final Reach reach;
    private final Runnable end;
    private @Nullable MainWindow window;

    /** Whether the user can get at the app without its window. */
    @FunctionalInterface
    interface Reach {
        boolean withoutWindow();
    }

    /** @param end ends the app */
    Desktop(Desk desk, Reach reach, Runnable end) {
        this.desk = desk;
        this.reach = reach;
        this.end = end;
    }

    /** Shows the window, making it if there is none. */
    MainWindow open() {
        MainWindow shown = window;
        if (shown == null) {
            shown = new MainWindow(desk, new Stage(), pages());
            shown.onCross(this::leaveWindow);
            window = shown;
        }
        shown.show();
        return shown;
    }

    /** Shows nothing but the tray, if there turns out to be one; else the window, minimised. */
    void startHidden() {
        PauseTransition patience = new PauseTransition(TRAY);
        patience.setOnFinished(event -> {
            if (!reach.withoutWindow() && window == null) {
                open().minimise();
            }
        });
        patience.play();
    }

    /** Shows the window at {@code place}. */
    void open(Place place) {
        open().open(place);
    }

    private Pages pages() {
        return new DesktopPages(this::quit);
    }

    private void leaveWindow() {
        MainWindow left = window;
        if (left == null) {
            return;
        }
        if (!reach.withoutWindow()) {
            left.minimise();
        } else if (left.isInUse()) {
            left.hide();
        } else {
            left.close();
            window = null;
            tidyLater();
        }
    }

    // The app may sit in the tray for days now; what the window took is given back, once the last of its events has passed.
    private void tidyLater() {
        PauseTransition pause = new PauseTransition(TIDY);
        pause.setOnFinished(event -> {
            if (window == null) {
                Thread.ofVirtual().name("tidy").start(System::gc);
            }
        });
        pause.play();
    }

    /** Ends the app, asking first what shall become of a running machine unless that is known. */
    void quit() {
        QuitChoice choice = desk.preferences().preferences().get().quit();
        if (!isRunning()) {
            end.run();
        } else if (choice == QuitChoice.ASK) {
            MainWindow shown = open();
            shown.dialog(new QuitBox(shown, this::quit));
        } else {
            quit(new QuitBox.Answer(choice, false));
        }
    }

    private void quit(QuitBox.Answer answer) {
        if (answer.remember()) {
            remember(answer.choice());
        }
        if (window != null) {
            window.closeDialog();
        }
        if (answer.choice() == QuitChoice.STOP) {
            Job stopping = desk.actions().stop();
            Thread.ofVirtual().name("quit").start(() -> endAfter(stopping));
        } else {
            end.run();
        }
    }

    private void endAfter(Job stopping) {
        try {
            // A machine that could not be stopped is the user's to see, so the app stays.
            if (stopping.join(SHUTDOWN) && stopping.state().get() instanceof Job.Done) {
                end.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(QuitChoice choice) {
        try {
            desk.preferences().change(old -> old.withQuit(choice));
        } catch (IOException e) {
            desk.fail(Failure.of(TEXTS.get("remember"), e));
        }
    }

    private boolean isRunning() {
        MachineState state = desk.machine().get().state();
        return switch (state) {
            case STARTING, RUNNING, PAUSED -> true;
            case ABSENT, STOPPED, STOPPING, FAILED -> false;
        };
    }

    /** Closes the window. */
    void close() {
        if (window != null) {
            window.close();
            window = null;
        }
    }
}
