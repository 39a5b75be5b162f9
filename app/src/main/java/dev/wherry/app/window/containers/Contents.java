// What the list shows.
package dev.wherry.app.window.containers;

import java.util.List;

/**
 * The list's contents.
 *
 * @param known   whether the engine has told what it has
 * @param total   how many containers there are, shown or not
 * @param running how many of them run
 * @param entries those that are shown, in order
 */
public record Contents(boolean known, int total, long running, List<ContainerEntry> entries) {

    public Contents {
        entries = List.copyOf(entries);
    }
}
