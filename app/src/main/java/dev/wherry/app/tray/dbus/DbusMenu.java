// A menu, as others draw it over the bus.
package dev.wherry.app.tray.dbus;

import java.util.List;
import java.util.Map;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** See com.canonical.dbusmenu, as libdbusmenu describes it. A line is called by its id; that of the whole menu is 0. */
@DBusInterfaceName(DbusMenu.NAME)
public interface DbusMenu extends DBusInterface {

    /** The interface. */
    String NAME = "com.canonical.dbusmenu";
    /** What a click is called. */
    String CLICKED = "clicked";

    /** The lines under {@code parent}, down to {@code depth}, or all for -1, with the properties of {@code names}, or all for none. */
    Layout<UInt32, Line> GetLayout(int parent, int depth, List<String> names);

    /** The properties of some lines. */
    List<LineProperties> GetGroupProperties(List<Integer> ids, List<String> names);

    /** A property of a line. */
    Variant<?> GetProperty(int id, String name);

    /** Something happened to a line, such as {@link #CLICKED}. */
    void Event(int id, String event, Variant<?> data, UInt32 timestamp);

    /** The same for several; returns the ids that there are none of. */
    List<Integer> EventGroup(List<LineEvent> events);

    /** The lines under {@code id} are about to be shown; returns whether they have to be read anew. */
    boolean AboutToShow(int id);

    /** The same for several; returns those to be read anew, and the ids that there are none of. */
    Updates<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids);

    /** The lines under {@code parent} are others now. */
    class LayoutUpdated extends DBusSignal {

        public final UInt32 revision;
        public final int parent;

        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
            this.parent = parent;
        }
    }

    /** A line with those under it, (ia{sv}av). */
    final class Line extends Struct {

        /** Its type in D-Bus' notation. */
        static final String SIGNATURE = "(ia{sv}av)";

        @Position(0)
        public final int id;
        @Position(1)
        public final Map<String, Variant<?>> properties;
        @Position(2)
        public final List<Variant<?>> lines;

        public Line(int id, Map<String, Variant<?>> properties, List<Variant<?>> lines) {
            this.id = id;
            this.properties = properties;
            this.lines = lines;
        }
    }

    /** A line's properties, (ia{sv}). */
    final class LineProperties extends Struct {

        @Position(0)
        public final int id;
        @Position(1)
        public final Map<String, Variant<?>> properties;

        public LineProperties(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** What happened to a line, (isvu). */
    final class LineEvent extends Struct {

        @Position(0)
        public final int id;
        @Position(1)
        public final String event;
        @Position(2)
        public final Variant<?> data;
        @Position(3)
        public final UInt32 timestamp;

        public LineEvent(int id, String event, Variant<?> data, UInt32 timestamp) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.timestamp = timestamp;
        }
    }

    /** Two values to return; the bus' library wants their types as parameters. */
    final class Layout<A, B> extends Tuple {

        @Position(0)
        public final A revision;
        @Position(1)
        public final B root;

        public Layout(A revision, B root) {
            this.revision = revision;
            this.root = root;
        }
    }

    /** Two values to return. */
    final class Updates<A, B> extends Tuple {

        @Position(0)
        public final A needed;
        @Position(1)
        public final B unknown;

        public Updates(A needed, B unknown) {
            this.needed = needed;
            this.unknown = unknown;
        }
    }
}
