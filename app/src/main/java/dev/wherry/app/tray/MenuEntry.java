// The tray's menu, whatever draws it.
package dev.wherry.app.tray;

import java.util.List;

/** A line of the menu. */
public sealed interface MenuEntry {

    /** A line to read. */
    record Note(String text) implements MenuEntry {
    }

    /** A line to choose. */
    record Item(String text, TrayAction action) implements MenuEntry {
    }

    /** A line with more lines behind it. */
    record Submenu(String text, List<MenuEntry> entries) implements MenuEntry {
        public Submenu {
            entries = List.copyOf(entries);
        }
    }

    /** A rule between groups. */
    record Separator() implements MenuEntry {
    }
}
