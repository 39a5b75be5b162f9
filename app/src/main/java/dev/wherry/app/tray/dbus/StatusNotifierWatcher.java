// Who knows of all icons in the tray.
package dev.wherry.app.tray.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** See the StatusNotifierItem specification of freedesktop.org; the name is KDE's on every desktop. */
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {

    /** The interface, and who has it. */
    String NAME = "org.kde.StatusNotifierWatcher";
    /** Where it is. */
    String PATH = "/StatusNotifierWatcher";
    /** Name of the property that says whether anybody draws the icons. */
    String HOST_PROPERTY = "IsStatusNotifierHostRegistered";

    /** Announces the item at {@link StatusNotifierItem#PATH} of {@code service}, a name on the bus. */
    void RegisterStatusNotifierItem(String service);

    /** Somebody has begun to draw the icons. */
    class StatusNotifierHostRegistered extends DBusSignal {
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /** Nobody draws the icons any longer. */
    class StatusNotifierHostUnregistered extends DBusSignal {
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
