// Newer versions, as far as is known just now.
package dev.wherry.app.updates;

import java.util.List;
import java.util.Set;

/**
 * What there is.
 *
 * @param updates at most one of each kind, Wherry itself before the guest image
 * @param look    how that is known
 */
public record UpdateView(List<Update> updates, Look look) {

    /** What is known before anything has been read. */
    public static final UpdateView UNREAD = new UpdateView(List.of(), new Look.Unread());

    public UpdateView {
        updates = List.copyOf(updates);
    }

    /** The same without those that are called one of {@code keys}. */
    UpdateView without(Set<String> keys) {
        return new UpdateView(updates.stream().filter(update -> !keys.contains(update.key())).toList(), look);
    }
}
