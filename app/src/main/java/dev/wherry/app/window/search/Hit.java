// Something that the search can find.
package dev.wherry.app.window.search;

import dev.wherry.app.window.Place;

/**
 * A thing to go to, or to do.
 *
 * @param kind   what it is
 * @param title  its name
 * @param detail more to tell it from others
 * @param target what choosing it does
 */
public record Hit(Kind kind, String title, String detail, Target target) {

    /** What can be found. */
    public enum Kind {
        CONTAINER,
        IMAGE,
        VOLUME,
        NETWORK,
        PAGE,
        ACTION
    }

    /** What choosing a hit does. */
    public sealed interface Target {
    }

    /** Goes somewhere. */
    public record Go(Place place) implements Target {
    }

    /** Does something with the machine. */
    public record Act(Runnable action) implements Target {
    }
}
