// An icon in the tray, as others use it over the bus.
package dev.wherry.app.tray.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** See the StatusNotifierItem specification of freedesktop.org; the name is KDE's on every desktop. Its properties are read apart. */
@DBusInterfaceName(StatusNotifierItem.NAME)
public interface StatusNotifierItem extends DBusInterface {

    /** The interface. */
    String NAME = "org.kde.StatusNotifierItem";
    /** Where others look for it. */
    String PATH = "/StatusNotifierItem";

    /** A click, at a place on the screen. */
    void Activate(int x, int y);

    /** A click of the middle button. */
    void SecondaryActivate(int x, int y);

    /** The wish for a menu, where the menu's own interface is not known. */
    void ContextMenu(int x, int y);

    /** A turn of the wheel. */
    void Scroll(int delta, String orientation);

    /** The icon is another. */
    class NewIcon extends DBusSignal {
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The icon of the state that needs attention is another. */
    class NewAttentionIcon extends DBusSignal {
        public NewAttentionIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The tooltip is another. */
    class NewToolTip extends DBusSignal {
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }

    /** The status is another. */
    class NewStatus extends DBusSignal {
        public NewStatus(String path, String status) throws DBusException {
            super(path, status);
        }
    }
}
