// The notifications of a desktop.
package dev.wherry.app.tray.dbus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Shows notifications to the test. */
public final class TestNotifications implements Notifications, AutoCloseable {

    /** A notification as it was asked for. */
    record Shown(long replaces, String summary, String body, List<String> actions, Map<String, Variant<?>> hints) {
    }

    private final DBusConnection connection;
    private final List<String> capabilities;
    private final List<Shown> shown = new CopyOnWriteArrayList<>();

    TestNotifications(PrivateBus bus, String... capabilities) throws DBusException {
        this.capabilities = List.of(capabilities);
        this.connection = bus.connect();
        connection.exportObject(this);
        connection.requestBusName(NAME);
    }

    List<Shown> shown() {
        return shown;
    }

    void click(int id) throws DBusException {
        connection.sendMessage(new ActionInvoked(PATH, new UInt32(id), DEFAULT_ACTION));
    }

    @Override
    public List<String> GetCapabilities() {
        return capabilities;
    }

    @Override
    public UInt32 Notify(String app, UInt32 replaces, String icon, String summary, String body, List<String> actions,
            Map<String, Variant<?>> hints, int expire) {
        shown.add(new Shown(replaces.longValue(), summary, body, actions, hints));
        return new UInt32(shown.size());
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
