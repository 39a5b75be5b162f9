// A Compose project in the list.
package dev.wherry.app.window.containers;

import java.util.List;

/**
 * A Compose project.
 *
 * @param name its name
 * @param rows those of its containers that are shown
 */
public record ContainerGroup(String name, List<ContainerRow> rows) implements ContainerEntry {

    public ContainerGroup {
        rows = List.copyOf(rows);
    }

    @Override
    public String key() {
        return "project " + name;
    }

    /** How many of its containers run. */
    long running() {
        return rows.stream().filter(row -> row.state().running()).count();
    }
}
