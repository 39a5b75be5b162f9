// Makes the pages.
package dev.wherry.app.window;

import java.io.IOException;

/** What the window takes from the rest of the app, so that it need not know the pages. */
public interface Pages {

    /** Makes the page {@code kind} for the window {@code shell}. */
    Page make(PageKind kind, Shell shell);

    /** Opens the search over everything. */
    void search(Shell shell);

    /** The user wants to end the app. */
    void quit();

    /**
     * Opens {@code address} in the user's browser.
     *
     * @throws IOException when that cannot be done
     */
    void browse(String address) throws IOException;
}
