// The tray of Linux desktops: KDE's, GNOME's with its extension, and all others of today.
package dev.wherry.app.tray.dbus;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.tray.Tray;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.tray.TrayContent;
import dev.wherry.app.tray.UnavailableException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An icon that a StatusNotifierWatcher tells the desktop of; told anew to every watcher that comes. */
public final class StatusNotifierTray implements Tray {

    private static final Logger LOG = LoggerFactory.getLogger(StatusNotifierTray.class);

    private final SessionBus bus;
    private final ItemObject item;
    private final MenuObject menu;
    private final Live<Boolean> shown = new Live<>(false);
    private final Scope scope = new Scope();
    // Signals arrive on the bus' own thread, which must not wait for answers.
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("tray-registration").factory());

    private StatusNotifierTray(SessionBus bus, TrayActions actions) {
        this.bus = bus;
        this.item = new ItemObject(actions);
        this.menu = new MenuObject(actions);
    }

    /**
     * The icon on a desktop that has a watcher.
     *
     * @throws UnavailableException when there is no watcher
     */
    public static StatusNotifierTray open(SessionBus bus, TrayActions actions) throws UnavailableException {
        if (!bus.hasOwner(StatusNotifierWatcher.NAME)) {
            throw new UnavailableException("nobody on the session bus is a " + StatusNotifierWatcher.NAME);
        }
        return openEarly(bus, actions);
    }

    /** The icon on a desktop whose watcher may yet come, as after a login. */
    public static StatusNotifierTray openEarly(SessionBus bus, TrayActions actions) throws UnavailableException {
        StatusNotifierTray tray = new StatusNotifierTray(bus, actions);
        try {
            tray.begin();
            return tray;
        } catch (UnavailableException e) {
            tray.close();
            throw e;
        }
    }

    private void begin() throws UnavailableException {
        bus.export(item);
        scope.add(() -> bus.withdraw(item));
        bus.export(menu);
        scope.add(() -> bus.withdraw(menu));
        scope.add(bus.listen(DBus.NameOwnerChanged.class, change -> {
            if (change.name.equals(StatusNotifierWatcher.NAME)) {
                worker.execute(this::register);
            }
        }));
        scope.add(bus.listen(StatusNotifierWatcher.StatusNotifierHostRegistered.class,
                _ -> worker.execute(this::lookForHost)));
        scope.add(bus.listen(StatusNotifierWatcher.StatusNotifierHostUnregistered.class,
                _ -> worker.execute(this::lookForHost)));
        scope.add(bus.alive().listen(() -> {
            if (!bus.alive().get()) {
                shown.set(false);
            }
        }));
        worker.execute(this::register);
    }

    private void register() {
        try {
            if (bus.hasOwner(StatusNotifierWatcher.NAME)) {
                bus.call(() -> {
                    bus.remote(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                            .RegisterStatusNotifierItem(bus.ownName());
                    return true;
                });
            }
        } catch (UnavailableException e) {
            LOG.info("The desktop does not take the tray's icon: {}", e.getMessage());
        }
        lookForHost();
    }

    private void lookForHost() {
        try {
            shown.set(bus.hasOwner(StatusNotifierWatcher.NAME) && bus.call(this::hasHost));
        } catch (UnavailableException e) {
            LOG.info("The desktop does not tell whether it shows the tray: {}", e.getMessage());
            shown.set(false);
        }
    }

    private boolean hasHost() throws DBusException {
        Properties watcher = bus.remote(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, Properties.class);
        return Boolean.TRUE.equals(
                watcher.<Object>Get(StatusNotifierWatcher.NAME, StatusNotifierWatcher.HOST_PROPERTY));
    }

    @Override
    public void show(TrayContent content) {
        TrayContent before = item.content();
        item.show(content);
        boolean otherMenu = menu.show(content.menu());
        try {
            if (before.picture() != content.picture()) {
                bus.send(() -> new StatusNotifierItem.NewIcon(StatusNotifierItem.PATH));
                bus.send(() -> new StatusNotifierItem.NewAttentionIcon(StatusNotifierItem.PATH));
                bus.send(() -> new StatusNotifierItem.NewStatus(StatusNotifierItem.PATH,
                        ItemObject.status(content.picture())));
            }
            if (!before.tooltip().equals(content.tooltip())) {
                bus.send(() -> new StatusNotifierItem.NewToolTip(StatusNotifierItem.PATH));
            }
            if (otherMenu) {
                bus.send(() -> new DbusMenu.LayoutUpdated(MenuObject.PATH, menu.revision(), MenuLayout.ROOT));
            }
        } catch (UnavailableException e) {
            LOG.info("The desktop cannot be told of a change in the tray: {}", e.getMessage());
        }
    }

    @Override
    public Live<Boolean> shown() {
        return shown;
    }

    /** Takes the icon away; a desktop notices that for certain when the bus is closed too. */
    @Override
    public void close() {
        scope.close();
        worker.shutdownNow();
        shown.set(false);
    }
}
