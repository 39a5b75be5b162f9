// The app's place on the desktop outside its window.
package dev.wherry.app.tray.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.tray.NoTray;
import dev.wherry.app.tray.Notice;
import dev.wherry.app.tray.Notifier;
import dev.wherry.app.tray.Tray;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.tray.TrayChooser;
import dev.wherry.app.tray.TrayChooser.Candidate;
import dev.wherry.app.tray.TrayContent;
import dev.wherry.app.tray.UnavailableException;
import dev.wherry.app.tray.awt.AwtTray;
import dev.wherry.app.tray.dbus.DesktopNotifier;
import dev.wherry.app.tray.dbus.SessionBus;
import dev.wherry.app.tray.dbus.StatusNotifierTray;
import dev.wherry.engine.host.Platform.Os;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tray and notifications. The desktop is spoken to on a thread of its own: no call here waits for it.
 */
public final class DesktopTray implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopTray.class);
    private static final int END_SECONDS = 5;

    private final Os os;
    private final Map<String, String> environment;
    private final TrayActions actions;
    private final Live<Boolean> shown = new Live<>(false);
    private final Scope scope = new Scope();
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("tray").factory());
    private final List<Notifier> notifiers = new ArrayList<>(); // worker
    private Tray tray = new NoTray(); // worker

    private DesktopTray(Os os, Map<String, String> environment, TrayActions actions) {
        this.os = os;
        this.environment = environment;
        this.actions = actions;
    }

    /**
     * Finds the desktop's tray and shows {@code content} there until this is closed.
     *
     * @param environment the process' environment variables
     */
    public static DesktopTray open(Os os, Map<String, String> environment, Live<TrayContent> content,
            TrayActions actions) {
        DesktopTray opened = new DesktopTray(os, environment, actions);
        opened.worker.execute(() -> opened.begin(content));
        return opened;
    }

    /** Whether the user can see the icon; false until a desktop has been found that shows it. */
    public Live<Boolean> shown() {
        return shown;
    }

    /** Tells the user, if the desktop has a way. */
    public void tell(Notice notice) {
        later(() -> {
            for (Notifier notifier : notifiers) {
                try {
                    notifier.tell(notice);
                    return;
                } catch (UnavailableException e) {
                    LOG.info("\"{}\" was not told this way: {}", notice.title(), e.getMessage());
                }
            }
        });
    }

    private void begin(Live<TrayContent> content) {
        tray = TrayChooser.choose(os == Os.LINUX ? onLinux() : List.of(new Candidate("AWT's", this::awt)));
        scope.add(tray::close);
        scope.add(tray.shown().listen(() -> shown.set(tray.shown().get())));
        scope.add(content.listen(() -> later(() -> tray.show(content.get()))));
    }

    private void later(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The tray has gone already");
        }
    }

    private List<Candidate> onLinux() {
        Candidate awt = new Candidate("AWT's", this::awt);
        try {
            SessionBus bus = SessionBus.open(environment);
            scope.add(bus::close);
            DesktopNotifier notifier = new DesktopNotifier(bus, actions);
            scope.add(notifier::close);
            notifiers.add(notifier);
            return List.of(new Candidate("a StatusNotifierItem", () -> StatusNotifierTray.open(bus, actions)), awt,
                    new Candidate("a StatusNotifierItem for a desktop to come",
                            () -> StatusNotifierTray.openEarly(bus, actions)));
        } catch (UnavailableException e) {
            LOG.info("Nothing goes over D-Bus, because {}", e.getMessage());
            return List.of(awt);
        }
    }

    private Tray awt() throws UnavailableException {
        AwtTray opened = AwtTray.open(os, actions);
        notifiers.add(opened);
        return opened;
    }

    @Override
    public void close() {
        worker.execute(scope::close);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The tray did not go within {} s", END_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
