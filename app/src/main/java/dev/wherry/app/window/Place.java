// Where in the window somebody is.
package dev.wherry.app.window;

/**
 * A page, and what it shows.
 *
 * @param page    the page
 * @param subject what of the page's things, by its id or name, is shown; empty for all of them
 * @param part    which part of that, such as {@code logs}; empty for the first
 */
public record Place(PageKind page, String subject, String part) {

    /** The page as a whole. */
    public static Place of(PageKind page) {
        return new Place(page, "", "");
    }
}
