// Numbers the lines of the menu.
package dev.wherry.app.tray.dbus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wherry.app.tray.MenuEntry;

/**
 * The menu with an id for each line. A line that stays keeps its id, and no id is used again for another: so a click on a menu
 * that was drawn a moment ago does what the user read there, or nothing.
 */
final class MenuLayout {

    /** The id of the whole menu. */
    static final int ROOT = 0;

    /** A line with those under it. */
    record Line(int id, MenuEntry entry, List<Line> lines) {
    }

    // What makes a line the same as before: its place in the tree, its text and action, and how many like it come before.
    private record Key(int parent, MenuEntry entry, int earlier) {
    }

    private final Map<Key, Integer> ids = new HashMap<>();
    private final Map<Integer, Line> lines = new HashMap<>();
    private int next = ROOT + 1;

    /** A menu of nothing. */
    MenuLayout() {
        line(ROOT, new MenuEntry.Submenu("", List.of()), Map.of());
    }

    /** The menu that follows this one. */
    MenuLayout followedBy(List<MenuEntry> entries) {
        MenuLayout following = new MenuLayout();
        following.next = next;
        following.line(ROOT, new MenuEntry.Submenu("", entries), ids);
        return following;
    }

    /** The line called {@code id}, if there is one. */
    Optional<Line> line(int id) {
        return Optional.ofNullable(lines.get(id));
    }

    private Line line(int id, MenuEntry entry, Map<Key, Integer> known) {
        Line line = new Line(id, entry, entry instanceof MenuEntry.Submenu menu ? under(id, menu, known) : List.of());
        lines.put(id, line);
        return line;
    }

    private List<Line> under(int parent, MenuEntry.Submenu menu, Map<Key, Integer> known) {
        List<Line> under = new ArrayList<>();
        Map<MenuEntry, Integer> earlier = new HashMap<>();
        for (MenuEntry entry : menu.entries()) {
            Key key = new Key(parent, itself(entry), earlier.merge(itself(entry), 1, Integer::sum));
            Integer id = known.get(key);
            if (id == null) {
                id = next++;
            }
            ids.put(key, id);
            under.add(line(id, entry, known));
        }
        return under;
    }

    // What a submenu holds may change while it stays the same.
    private static MenuEntry itself(MenuEntry entry) {
        return entry instanceof MenuEntry.Submenu menu ? new MenuEntry.Submenu(menu.text(), List.of()) : entry;
    }
}
