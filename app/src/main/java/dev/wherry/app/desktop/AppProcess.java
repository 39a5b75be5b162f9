// All that the app's process holds, from its start to its end.
package dev.wherry.app.desktop;

import java.io.IOException;
import java.util.List;
import javafx.application.Platform;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.instance.SingleInstance;
import dev.wherry.app.model.Scope;
import dev.wherry.app.settings.LoginStart;
import dev.wherry.app.tray.DiskWatch;
import dev.wherry.app.tray.NoticeKind;
import dev.wherry.app.tray.NoticeModel;
import dev.wherry.app.tray.TrayModel;
import dev.wherry.app.tray.desktop.DesktopTray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts tray, notifications and window together, and takes them apart again. */
final class AppProcess {

    private static final Logger LOG = LoggerFactory.getLogger(AppProcess.class);

    private final Scope scope = new Scope();
    private volatile @Nullable Desktop desktop;

    /** Runs the app; on the FX thread. */
    void run(Desk desk, SingleInstance instance, boolean hidden) {
        Platform.setImplicitExit(false);
        scope.add(() -> release(instance));
        scope.add(desk);
        // The tray is found in the background; until then, and where there is none, only the window is within reach.
        TrayReach reach = new TrayReach();
        Desktop made = new Desktop(desk, reach, this::end);
        DesktopTray tray = DesktopTray.open(dev.wherry.engine.host.Platform.current().os(), System.getenv(),
                new TrayModel(scope, desk.machine(), desk.engine().containers(), desk.updates().announced()).content(),
                new TrayCommands(desk, made));
        reach.follow(tray.shown());
        scope.add(tray);
        DiskWatch disk = new DiskWatch(desk.launcher(), desk.machine());
        scope.add(disk);
        NoticeModel.follow(scope, desk.machine(), disk.space(), desk.updates().announced(), kind -> wants(desk, kind),
                tray::tell);
        desk.watchForUpdates();
        scope.add(() -> Platform.runLater(made::close));
        desktop = made;
        Thread.ofVirtual().name("login-start").start(AppProcess::followToItsPlace);
        if (hidden) {
            made.startHidden();
        } else {
            made.open();
        }
    }

    private static boolean wants(Desk desk, NoticeKind kind) {
        return !desk.preferences().preferences().get().silenced().contains(kind.name());
    }

    /** Somebody has started the app a second time, with these arguments. */
    void startedAgain(List<String> arguments) {
        Desktop running = desktop;
        if (arguments.contains(DesktopMain.QUIT)) {
            end();
        } else if (running != null) {
            Platform.runLater(running::open);
        }
    }

    // Off the FX thread: a slow desktop or agent must not hold the window on the screen.
    private void end() {
        Thread.ofPlatform().name("end").start(() -> {
            scope.close();
            System.exit(0);
        });
    }

    private static void followToItsPlace() {
        try {
            LoginStart.follow();
        } catch (IOException e) {
            LOG.warn("Tried to start at login from where the program is now but failed", e);
        }
    }

    private static void release(SingleInstance instance) {
        try {
            instance.close();
        } catch (IOException e) {
            LOG.warn("Tried to make way for the next start but failed", e);
        }
    }
}
