// A menu as it arrives over the bus.
package dev.wherry.app.tray.dbus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.freedesktop.dbus.types.Variant;

/** A line of the menu with those under it. */
record ReadMenu(int id, Map<String, Object> properties, List<ReadMenu> lines) {

    static ReadMenu of(DbusMenu menu) {
        DbusMenu.Line root = menu.GetLayout(0, -1, List.of()).root;
        return new ReadMenu(root.id, values(root.properties), under(root.lines));
    }

    private static List<ReadMenu> under(List<Variant<?>> lines) {
        // The library gives the parts of a struct within a variant as an array.
        return lines.stream().map(line -> ofParts((Object[]) line.getValue())).toList();
    }

    @SuppressWarnings("unchecked")
    private static ReadMenu ofParts(Object[] parts) {
        return new ReadMenu((Integer) parts[0], values((Map<String, Variant<?>>) parts[1]),
                under((List<Variant<?>>) parts[2]));
    }

    private static Map<String, Object> values(Map<String, Variant<?>> properties) {
        Map<String, Object> values = new TreeMap<>();
        properties.forEach((name, value) -> values.put(name, value.getValue()));
        return values;
    }

    /** The menu drawn with two spaces for each level. */
    List<String> drawn() {
        return lines.stream().flatMap(line -> Stream.concat(
                Stream.of(line.properties.toString()), line.drawn().stream().map("  "::concat))).toList();
    }

    /** The id of the line that reads {@code label}. */
    int idOf(String label) {
        return all().filter(line -> label.equals(line.properties.get("label"))).findFirst().orElseThrow().id;
    }

    private Stream<ReadMenu> all() {
        return Stream.concat(Stream.of(this), lines.stream().flatMap(ReadMenu::all));
    }
}
