// The tray's icon on the bus.
package dev.wherry.app.tray.dbus;

import java.util.List;
import java.util.Map;

import dev.wherry.app.tray.TrayAction;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.tray.TrayContent;
import dev.wherry.app.tray.TrayPicture;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** Lets others draw the icon, and hears of the clicks. */
final class ItemObject implements StatusNotifierItem, ReadOnlyProperties {

    private static final String PIXMAPS = "a(iiay)";
    private static final String TOOLTIP = "(sa(iiay)ss)";
    private static final String NAME = "Wherry";

    private final TrayActions actions;
    private volatile TrayContent content = new TrayContent(TrayPicture.STOPPED, NAME, List.of());

    ItemObject(TrayActions actions) {
        this.actions = actions;
    }

    TrayContent content() {
        return content;
    }

    void show(TrayContent changed) {
        content = changed;
    }

    /** Whether the picture asks for a look, in the specification's words. */
    static String status(TrayPicture picture) {
        return picture == TrayPicture.ATTENTION ? "NeedsAttention" : "Active";
    }

    @Override
    public Map<String, Variant<?>> properties() {
        TrayContent now = content;
        Variant<?> icon = new Variant<>(Pixmap.of(now.picture()), PIXMAPS);
        return Map.ofEntries(
                Map.entry("Category", new Variant<>("ApplicationStatus")),
                Map.entry("Id", new Variant<>("wherry")),
                Map.entry("Title", new Variant<>(NAME)),
                Map.entry("Status", new Variant<>(status(now.picture()))),
                Map.entry("WindowId", new Variant<>(0)),
                Map.entry("IconThemePath", new Variant<>("")),
                Map.entry("IconName", new Variant<>("")),
                Map.entry("IconPixmap", icon),
                Map.entry("OverlayIconName", new Variant<>("")),
                Map.entry("OverlayIconPixmap", new Variant<>(List.of(), PIXMAPS)),
                Map.entry("AttentionIconName", new Variant<>("")),
                Map.entry("AttentionIconPixmap", icon),
                Map.entry("AttentionMovieName", new Variant<>("")),
                Map.entry("ToolTip", new Variant<>(new ToolTip("", List.of(), now.tooltip(), ""), TOOLTIP)),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("Menu", new Variant<>(new DBusPath(MenuObject.PATH))));
    }

    @Override
    public void Activate(int x, int y) {
        actions.perform(TrayAction.General.OPEN_WINDOW);
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        actions.perform(TrayAction.General.OPEN_WINDOW);
    }

    @Override
    public void ContextMenu(int x, int y) {
        // Whoever cannot draw the menu gets the window.
        actions.perform(TrayAction.General.OPEN_WINDOW);
    }

    @Override
    public void Scroll(int delta, String orientation) {
        // Nothing to scroll through.
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
