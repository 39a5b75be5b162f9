// The notifications of a desktop, as they are used over the bus.
package dev.wherry.app.tray.dbus;

import java.util.List;
import java.util.Map;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** See the Desktop Notifications Specification of freedesktop.org. */
@DBusInterfaceName(Notifications.NAME)
public interface Notifications extends DBusInterface {

    /** The interface, and who has it. */
    String NAME = "org.freedesktop.Notifications";
    /** Where it is. */
    String PATH = "/org/freedesktop/Notifications";
    /** The action of a click on the notification itself. */
    String DEFAULT_ACTION = "default";

    /** What this desktop can do with a notification, such as {@code body-markup}. */
    List<String> GetCapabilities();

    /**
     * Shows a notification.
     *
     * @param replaces id of the one that it takes the place of; 0 for none
     * @param actions  what can be done, each as a key and a text
     * @param expire   milliseconds until it goes; -1 as the desktop likes
     * @return its id
     */
    UInt32 Notify(String app, UInt32 replaces, String icon, String summary, String body, List<String> actions,
            Map<String, Variant<?>> hints, int expire);

    /** The user has chosen an action. */
    class ActionInvoked extends DBusSignal {

        public final UInt32 id;
        public final String action;

        public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
            super(path, id, action);
            this.id = id;
            this.action = action;
        }
    }

    /** The picture beside the text, (iiibiiay). */
    final class ImageData extends Struct {

        /** Its type in D-Bus' notation. */
        static final String SIGNATURE = "(iiibiiay)";

        @Position(0)
        public final int width;
        @Position(1)
        public final int height;
        @Position(2)
        public final int rowBytes;
        @Position(3)
        public final boolean alpha;
        @Position(4)
        public final int bitsPerSample;
        @Position(5)
        public final int channels;
        @Position(6)
        public final byte[] pixels;

        public ImageData(int width, int height, int rowBytes, boolean alpha, int bitsPerSample, int channels,
                byte[] pixels) {
            this.width = width;
            this.height = height;
            this.rowBytes = rowBytes;
            this.alpha = alpha;
            this.bitsPerSample = bitsPerSample;
            this.channels = channels;
            this.pixels = pixels;
        }

        /** A square of bytes for red, green, blue and alpha. */
        static ImageData ofRgba(int size, byte[] pixels) {
            return new ImageData(size, size, size * 4, true, 8, 4, pixels);
        }
    }
}
