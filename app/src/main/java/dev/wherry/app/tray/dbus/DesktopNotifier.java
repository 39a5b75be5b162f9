// Notifications on Linux desktops.
package dev.wherry.app.tray.dbus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.tray.Notice;
import dev.wherry.app.tray.NoticeKind;
import dev.wherry.app.tray.Notifier;
import dev.wherry.app.tray.TrayAction;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.tray.TrayPicture;
import dev.wherry.app.tray.UnavailableException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Asks the desktop to show notices; of each kind the latest only. */
public final class DesktopNotifier implements Notifier {

    private static final int PICTURE_SIZE = 48;
    private static final UInt32 NONE = new UInt32(0);

    private final SessionBus bus;
    private final TrayActions actions;
    private final Subscription clicks;
    private final Map<NoticeKind, UInt32> ids = new EnumMap<>(NoticeKind.class); // guarded by itself

    /**
     * Notifies over {@code bus}. Whether the desktop shows notices at all is seen with the first one.
     *
     * @throws UnavailableException when the bus fails
     */
    public DesktopNotifier(SessionBus bus, TrayActions actions) throws UnavailableException {
        this.bus = bus;
        this.actions = actions;
        this.clicks = bus.listen(Notifications.ActionInvoked.class, this::clicked);
    }

    @Override
    public void tell(Notice notice) throws UnavailableException {
        synchronized (ids) {
            UInt32 before = Objects.requireNonNullElse(ids.get(notice.kind()), NONE);
            ids.put(notice.kind(), bus.call(() -> {
                Notifications desktop = bus.remote(Notifications.NAME, Notifications.PATH, Notifications.class);
                boolean markup = desktop.GetCapabilities().contains("body-markup");
                return desktop.Notify("Wherry", before, "", notice.title(),
                        markup ? escaped(notice.text()) : notice.text(),
                        List.of(Notifications.DEFAULT_ACTION, Texts.of(Notice.class).get("action.OPEN_WINDOW")),
                        hints(notice.kind()), -1);
            }));
        }
    }

    private static Map<String, Variant<?>> hints(NoticeKind kind) {
        TrayPicture picture = kind == NoticeKind.ENGINE_READY ? TrayPicture.RUNNING : TrayPicture.ATTENTION;
        return Map.of("desktop-entry", new Variant<>("wherry"), "image-data",
                new Variant<>(Notifications.ImageData.ofRgba(PICTURE_SIZE, picture.pixels(PICTURE_SIZE)),
                        Notifications.ImageData.SIGNATURE));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // The signal tells of every program's notifications.
    private void clicked(Notifications.ActionInvoked click) {
        boolean own;
        synchronized (ids) {
            own = ids.containsValue(click.id);
        }
        if (own) {
            actions.perform(TrayAction.General.OPEN_WINDOW);
        }
    }

    @Override
    public void close() {
        clicks.close();
    }
}
