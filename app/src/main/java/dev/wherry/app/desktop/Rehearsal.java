// Goes through the app once and leaves, so that the JVM can note down which classes it needs (JEP 514).
package dev.wherry.app.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.window.MainWindow;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;

/** Opens the window on whatever display the JVM was told, shows each page for a moment, and ends. */
public final class Rehearsal {

    private static final Duration MOMENT = Duration.millis(300);

    private Rehearsal() {
    }

    /** Rehearses in the home that WHERRY_HOME names. */
    public static void main(String[] arguments) throws Exception {
        Desk desk = new Desk(Directories.ofCurrentUser(), MachineFiles.DEFAULT_NAME);
        Graphics graphics = Graphics.choose();
        Platform.startup(() -> {
            graphics.close();
            Desktop desktop = new Desktop(desk, () -> false, Platform::exit);
            visit(desktop.open(), new ArrayDeque<>(List.of(PageKind.values())));
        });
    }

    private static void visit(MainWindow window, Deque<PageKind> left) {
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(event -> {
            if (left.isEmpty()) {
                System.exit(0);
            }
            window.open(Place.of(left.pop()));
            visit(window, left);
        });
        moment.play();
    }
}
