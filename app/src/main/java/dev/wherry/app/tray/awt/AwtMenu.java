// The tray's menu by way of the JDK.
package dev.wherry.app.tray.awt;

import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.List;

import dev.wherry.app.tray.MenuEntry;
import dev.wherry.app.tray.TrayActions;

/** A popup menu; used on AWT's thread only. */
final class AwtMenu {

    private final PopupMenu popup = new PopupMenu();
    private final TrayActions actions;

    AwtMenu(TrayActions actions) {
        this.actions = actions;
    }

    PopupMenu popup() {
        return popup;
    }

    void show(List<MenuEntry> entries) {
        popup.removeAll();
        fill(popup, entries);
    }

    private void fill(Menu menu, List<MenuEntry> entries) {
        for (MenuEntry entry : entries) {
            switch (entry) {
                case MenuEntry.Note(String text) -> {
                    MenuItem note = new MenuItem(text);
                    note.setEnabled(false);
                    menu.add(note);
                }
                case MenuEntry.Item(String text, var action) -> {
                    MenuItem item = new MenuItem(text);
                    item.addActionListener(_ -> actions.perform(action));
                    menu.add(item);
                }
                case MenuEntry.Submenu(String text, List<MenuEntry> under) -> {
                    Menu submenu = new Menu(text);
                    fill(submenu, under);
                    menu.add(submenu);
                }
                case MenuEntry.Separator() -> menu.addSeparator();
            }
        }
    }
}
