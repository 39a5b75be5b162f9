// What the engine has of one kind.
package dev.wherry.app.watch;

import java.util.List;

/**
 * All images, containers or the like.
 *
 * @param known whether the engine has told; when it has not, there are no items
 * @param items in the engine's order
 */
public record Listing<T>(boolean known, List<T> items) {

    public Listing {
        items = List.copyOf(items);
    }

    /** What is known before the engine has told, and when it is gone. */
    public static <T> Listing<T> unknown() {
        return new Listing<>(false, List.of());
    }
}
