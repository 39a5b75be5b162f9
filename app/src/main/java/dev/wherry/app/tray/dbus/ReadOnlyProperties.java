// What an object tells of itself on the bus.
package dev.wherry.app.tray.dbus;

import java.util.Map;

import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object with properties that only it can change. Public because the library of the bus wants interfaces so. */
public interface ReadOnlyProperties extends Properties {

    /** All of them as they are now, by name. */
    Map<String, Variant<?>> properties();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
    default <A> A Get(String interfaceName, String property) {
        Variant<?> value = properties().get(property);
        if (value == null) {
            throw new UnknownProperty("there is no property " + property);
        }
        return (A) value;
    }

    @Override
    default <A> void Set(String interfaceName, String property, A value) {
        throw new PropertyReadOnly("the property " + property + " can only be read");
    }

    @Override
    default Map<String, Variant<?>> GetAll(String interfaceName) {
        return properties();
    }
}
