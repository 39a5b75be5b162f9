// The program that a double-click starts.
package dev.wherry.app.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.instance.SingleInstance;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.preferences.PreferencesFile;
import dev.wherry.engine.agent.ProgramLog;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;

/** Becomes the app, or shows the window of the one that runs already. */
public final class DesktopMain {

    /** Shows nothing but the tray at first. */
    private static final String HIDDEN = "--hidden";
    /** Lets the app that runs quit, which leaves its machine running; installers call this before they replace the program. */
    static final String QUIT = "--quit";
    /** JavaFX complains when it is on the class path, where it works as well; kept, so that it stays quiet. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private DesktopMain() {
    }

    /**
     * Runs until the user quits.
     *
     * @param arguments {@code --hidden}, {@code --quit} or nothing
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        JAVAFX.setLevel(Level.SEVERE);
        Directories directories = Directories.ofCurrentUser();
        boolean hidden = List.of(arguments).contains(HIDDEN);
        AppProcess app = new AppProcess();
        Optional<SingleInstance> claimed = SingleInstance.claim(directories.runtime(), List.of(arguments),
                app::startedAgain);
        if (claimed.isEmpty()) {
            return;
        }
        if (List.of(arguments).contains(QUIT)) {
            claimed.get().close();
            return;
        }
        ProgramLog.open(directories, "app.log");
        speak(new PreferencesFile(Desk.preferencesIn(directories)).preferences().get());
        Desk desk = new Desk(directories, new MachineCatalog(directories).current());
        Graphics graphics = Graphics.choose();
        Platform.startup(() -> {
            graphics.close();
            app.run(desk, claimed.get(), hidden);
        });
    }

    private static void speak(Preferences preferences) {
        if (!preferences.language().isEmpty()) {
            Locale.setDefault(Locale.forLanguageTag(preferences.language()));
        }
    }
}
