// The program that a double-click starts.
package dev.wherry.app.desktop;

import javafx.application.Platform;

import dev.wherry.app.desk.Desk;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;

/** Shows the window. */
public final class DesktopMain {

    private DesktopMain() {
    }

    /** Runs until the user quits. */
    public static void main(String[] arguments) throws Exception {
        Directories directories = Directories.ofCurrentUser();
        Desk desk = new Desk(directories, new MachineCatalog(directories).current());
        Platform.startup(() -> new Desktop(desk, () -> false, Platform::exit).open());
    }
}
