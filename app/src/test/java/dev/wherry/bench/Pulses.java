// A window with live figures, and somebody who notes every pulse that comes late.
package dev.wherry.bench;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desktop.DesktopPages;
import dev.wherry.app.desktop.Graphics;
import dev.wherry.app.window.MainWindow;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;

/** Shows the containers of the machine in WHERRY_HOME, and prints the longest time between two pulses in milliseconds. */
public final class Pulses {

    /** Loading classes and laying out for the first time are another figure's: that of the start. */
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration WATCHING = Duration.ofSeconds(30);
    private static final double NANOS = 1e6;

    private Pulses() {
    }

    /** Measures; takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        Desk desk = new Desk(Directories.ofCurrentUser(), MachineFiles.DEFAULT_NAME);
        Graphics graphics = Graphics.choose();
        Platform.startup(() -> {
            graphics.close();
            new MainWindow(desk, new Stage(), new DesktopPages(Platform::exit)).show();
            Watch watch = new Watch();
            after(SETTLING, () -> {
                watch.start();
                after(WATCHING, () -> end(watch));
            });
        });
    }

    @SuppressWarnings("SystemOut")
    private static void end(Watch watch) {
        System.out.println(watch.longest / NANOS);
        System.exit(0);
    }

    private static void after(Duration time, Runnable action) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) time.toMillis()));
        pause.setOnFinished(event -> action.run());
        pause.play();
    }

    private static final class Watch extends AnimationTimer {

        private long last;
        private long longest;

        @Override
        public void handle(long now) {
            // The timer's own argument is the pulse's planned time; what counts is when it really came.
            long here = System.nanoTime();
            if (last != 0) {
                longest = Math.max(longest, here - last);
            }
            last = here;
        }
    }
}
