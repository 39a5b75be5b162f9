// The tray by way of the JDK.
package dev.wherry.app.tray.awt;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

import dev.wherry.app.model.Live;
import dev.wherry.app.tray.Notice;
import dev.wherry.app.tray.NoticeKind;
import dev.wherry.app.tray.Notifier;
import dev.wherry.app.tray.Tray;
import dev.wherry.app.tray.TrayAction.General;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.tray.TrayContent;
import dev.wherry.app.tray.TrayPicture;
import dev.wherry.app.tray.UnavailableException;
import dev.wherry.engine.host.Platform.Os;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An icon in AWT's system tray, and its balloons. All of AWT happens on its own thread, and nothing ever waits for that one:
 * beside JavaFX on macOS such a wait would be a deadlock.
 */
public final class AwtTray implements Tray, Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

    private final SystemTray systemTray;
    private final TrayImages images;
    private final TrayActions actions;
    private final AwtMenu menu;
    private final TrayIcon icon;
    private final Live<Boolean> shown = new Live<>(false);
    private TrayContent content = new TrayContent(TrayPicture.STOPPED, "Wherry", List.of()); // AWT's thread

    private AwtTray(SystemTray systemTray, TrayImages images, TrayActions actions) {
        this.systemTray = systemTray;
        this.images = images;
        this.actions = actions;
        this.menu = new AwtMenu(actions);
        this.icon = new TrayIcon(images.of(content.picture()), content.tooltip(), menu.popup());
    }

    /**
     * The icon on this desktop.
     *
     * @throws UnavailableException when it has no place for one
     */
    public static AwtTray open(Os os, TrayActions actions) throws UnavailableException {
        // Lets the menu bar of macOS colour the icon as it needs; read when AWT starts.
        System.setProperty("apple.awt.enableTemplateImages", "true");
        try {
            if (!SystemTray.isSupported()) {
                throw new UnavailableException("this desktop has no system tray that AWT knows");
            }
            AwtTray tray = new AwtTray(SystemTray.getSystemTray(), new TrayImages(os), actions);
            EventQueue.invokeLater(() -> tray.begin(os));
            return tray;
        } catch (AWTError | UnsupportedOperationException e) {
            throw new UnavailableException("AWT does not start: " + e.getMessage(), e);
        }
    }

    private void begin(Os os) {
        icon.setImageAutoSize(true);
        // A click on the balloon; on Linux one on the icon too, on Windows a double one.
        icon.addActionListener(_ -> actions.perform(General.OPEN_WINDOW));
        if (os == Os.WINDOWS) {
            icon.addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent click) {
                    if (click.getButton() == MouseEvent.BUTTON1 && click.getClickCount() == 1) {
                        actions.perform(General.OPEN_WINDOW);
                    }
                }
            });
        }
        // On X11 the program that draws the tray may go and come.
        systemTray.addPropertyChangeListener("systemTray", change -> {
            if (change.getNewValue() == null) {
                shown.set(false);
            } else {
                add();
            }
        });
        add();
    }

    private void add() {
        try {
            systemTray.remove(icon);
            systemTray.add(icon);
            shown.set(true);
        } catch (AWTException e) {
            LOG.info("The desktop does not take the tray's icon: {}", e.getMessage());
            shown.set(false);
        }
    }

    @Override
    public void show(TrayContent changed) {
        EventQueue.invokeLater(() -> {
            if (changed.picture() != content.picture()) {
                icon.setImage(images.of(changed.picture()));
            }
            icon.setToolTip(changed.tooltip());
            if (!changed.menu().equals(content.menu())) {
                menu.show(changed.menu());
            }
            content = changed;
        });
    }

    @Override
    public void tell(Notice notice) throws UnavailableException {
        if (!shown.get()) {
            throw new UnavailableException("there is no tray to show it at");
        }
        TrayIcon.MessageType type = notice.kind() == NoticeKind.ENGINE_READY
                ? TrayIcon.MessageType.INFO
                : TrayIcon.MessageType.WARNING;
        EventQueue.invokeLater(() -> icon.displayMessage(notice.title(), notice.text(), type));
    }

    @Override
    public Live<Boolean> shown() {
        return shown;
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> {
            systemTray.remove(icon);
            shown.set(false);
        });
    }
}
