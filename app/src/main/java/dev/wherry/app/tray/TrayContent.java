// What the tray shows at one moment.
package dev.wherry.app.tray;

import java.util.List;

/**
 * The tray.
 *
 * @param picture its icon
 * @param tooltip the machine's state in words
 * @param menu    what it offers
 */
public record TrayContent(TrayPicture picture, String tooltip, List<MenuEntry> menu) {

    public TrayContent {
        menu = List.copyOf(menu);
    }
}
