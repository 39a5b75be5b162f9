// A desktop that shows icons, as far as a program with an icon can tell.
package dev.wherry.app.tray.dbus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Watcher and host of StatusNotifierItems, on a connection of its own. */
public final class TestDesktop implements StatusNotifierWatcher, ReadOnlyProperties, AutoCloseable {

    private final DBusConnection connection;
    private final List<String> registered = new CopyOnWriteArrayList<>();
    private final List<String> signals = new CopyOnWriteArrayList<>();
    private volatile boolean hostRegistered = true;

    public TestDesktop(PrivateBus bus) throws DBusException {
        connection = bus.connect();
        connection.exportObject(this);
        connection.addSigHandler(StatusNotifierItem.NewIcon.class, _ -> signals.add("NewIcon"));
        connection.addSigHandler(StatusNotifierItem.NewToolTip.class, _ -> signals.add("NewToolTip"));
        connection.addSigHandler(StatusNotifierItem.NewStatus.class, _ -> signals.add("NewStatus"));
        connection.addSigHandler(DbusMenu.LayoutUpdated.class,
                signal -> signals.add("LayoutUpdated " + signal.revision + " " + signal.parent));
        connection.requestBusName(StatusNotifierWatcher.NAME);
    }

    /** What has registered with it. */
    List<String> registered() {
        return registered;
    }

    /** What it was told of by signals. */
    public List<String> signals() {
        return signals;
    }

    /** Begins or ceases to draw icons. */
    void draws(boolean icons) throws DBusException {
        hostRegistered = icons;
        connection
                .sendMessage(icons ? new StatusNotifierHostRegistered(PATH) : new StatusNotifierHostUnregistered(PATH));
    }

    public StatusNotifierItem item() throws DBusException {
        return connection.getRemoteObject(registered.getFirst(), StatusNotifierItem.PATH, StatusNotifierItem.class,
                false);
    }

    /** A property of the icon. */
    Variant<?> itemProperty(String name) throws DBusException {
        Map<String, Variant<?>> all = connection
                .getRemoteObject(registered.getFirst(), StatusNotifierItem.PATH, Properties.class, false)
                .GetAll(StatusNotifierItem.NAME);
        return Objects.requireNonNull(all.get(name), name);
    }

    DbusMenu menu() throws DBusException {
        return connection.getRemoteObject(registered.getFirst(), MenuObject.PATH, DbusMenu.class, false);
    }

    /** Clicks a line of the menu. */
    void click(int id) throws DBusException {
        menu().Event(id, DbusMenu.CLICKED, new Variant<>(0), new UInt32(0));
    }

    @Override
    public void RegisterStatusNotifierItem(String service) {
        registered.add(service);
    }

    @Override
    public Map<String, Variant<?>> properties() {
        return Map.of(HOST_PROPERTY, new Variant<>(hostRegistered));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
