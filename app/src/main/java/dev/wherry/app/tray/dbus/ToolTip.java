// A tooltip on the bus.
package dev.wherry.app.tray.dbus;

import java.util.List;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A tooltip, (sa(iiay)ss): an icon's name, an icon, a title and a text. */
public final class ToolTip extends Struct {

    @Position(0)
    public final String iconName;
    @Position(1)
    public final List<Pixmap> icon;
    @Position(2)
    public final String title;
    @Position(3)
    public final String text;

    /** Called by the bus' library too. */
    public ToolTip(String iconName, List<Pixmap> icon, String title, String text) {
        this.iconName = iconName;
        this.icon = icon;
        this.title = title;
        this.text = text;
    }
}
