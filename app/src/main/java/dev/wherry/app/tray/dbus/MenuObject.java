// The tray's menu on the bus.
package dev.wherry.app.tray.dbus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.wherry.app.tray.MenuEntry;
import dev.wherry.app.tray.TrayActions;
import org.freedesktop.dbus.errors.InvalidMethodArgument;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Lets others draw the menu, and hears of the clicks. */
final class MenuObject implements DbusMenu, ReadOnlyProperties {

    /** Where it is. */
    static final String PATH = StatusNotifierItem.PATH + "/Menu";

    private static final UInt32 VERSION = new UInt32(3);

    private final TrayActions actions;
    private MenuLayout layout = new MenuLayout(); // guarded by this
    private List<MenuEntry> menu = List.of(); // guarded by this
    private long revision; // guarded by this

    MenuObject(TrayActions actions) {
        this.actions = actions;
    }

    /** Shows {@code changed} from now on; returns whether it is another menu than before. */
    synchronized boolean show(List<MenuEntry> changed) {
        if (menu.equals(changed)) {
            return false;
        }
        menu = changed;
        layout = layout.followedBy(changed);
        revision++;
        return true;
    }

    synchronized UInt32 revision() {
        return new UInt32(revision);
    }

    private synchronized MenuLayout layout() {
        return layout;
    }

    private MenuLayout.Line line(int id) {
        return layout().line(id).orElseThrow(() -> new InvalidMethodArgument("there is no line " + id));
    }

    @Override
    public synchronized Layout<UInt32, Line> GetLayout(int parent, int depth, List<String> names) {
        return new Layout<>(revision(), written(line(parent), depth, names));
    }

    private static Line written(MenuLayout.Line line, int depth, List<String> names) {
        List<Variant<?>> under = new ArrayList<>();
        if (depth != 0) {
            line.lines().forEach(each -> under.add(new Variant<>(written(each, depth - 1, names), Line.SIGNATURE)));
        }
        return new Line(line.id(), properties(line, names), under);
    }

    private static Map<String, Variant<?>> properties(MenuLayout.Line line, List<String> names) {
        Map<String, Variant<?>> properties = new HashMap<>();
        switch (line.entry()) {
            case MenuEntry.Note note -> {
                properties.put("label", label(note.text()));
                properties.put("enabled", new Variant<>(false));
            }
            case MenuEntry.Item item -> properties.put("label", label(item.text()));
            case MenuEntry.Submenu submenu -> {
                properties.put("label", label(submenu.text()));
                properties.put("children-display", new Variant<>("submenu"));
            }
            case MenuEntry.Separator _ -> properties.put("type", new Variant<>("separator"));
        }
        if (!names.isEmpty()) {
            properties.keySet().retainAll(names);
        }
        return properties;
    }

    // An underscore would mark the letter after it as the one to press.
    private static Variant<String> label(String text) {
        return new Variant<>(text.replace("_", "__"));
    }

    @Override
    public List<LineProperties> GetGroupProperties(List<Integer> ids, List<String> names) {
        MenuLayout current = layout();
        return ids.stream().flatMap(id -> current.line(id).stream())
                .map(line -> new LineProperties(line.id(), properties(line, names))).toList();
    }

    @Override
    public Variant<?> GetProperty(int id, String name) {
        Variant<?> value = properties(line(id), List.of(name)).get(name);
        if (value == null) {
            throw new InvalidMethodArgument("line " + id + " has no property " + name);
        }
        return value;
    }

    @Override
    public void Event(int id, String event, Variant<?> data, UInt32 timestamp) {
        if (event.equals(CLICKED) && line(id).entry() instanceof MenuEntry.Item item) {
            actions.perform(item.action());
        }
    }

    @Override
    public List<Integer> EventGroup(List<LineEvent> events) {
        List<LineEvent> unknown = events.stream().filter(event -> layout().line(event.id).isEmpty()).toList();
        events.stream().filter(event -> !unknown.contains(event))
                .forEach(event -> Event(event.id, event.event, event.data, event.timestamp));
        return unknown.stream().map(event -> event.id).toList();
    }

    @Override
    public boolean AboutToShow(int id) {
        return false;
    }

    @Override
    public Updates<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids) {
        return new Updates<>(List.of(), ids.stream().filter(id -> layout().line(id).isEmpty()).toList());
    }

    @Override
    public Map<String, Variant<?>> properties() {
        return Map.of("Version", new Variant<>(VERSION), "TextDirection", new Variant<>("ltr"),
                "Status", new Variant<>("normal"), "IconThemePath", new Variant<>(List.of(), "as"));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
