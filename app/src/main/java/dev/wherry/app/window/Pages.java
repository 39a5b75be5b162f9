// Makes the pages.
package dev.wherry.app.window;

import java.io.IOException;

/** What the window takes from the rest of the app, so that it need not know the pages. */
public interface Pages {

    /** Makes the page {@code kind} for the window {@code shell}. */
    Page make(PageKind kind, Shell shell);

    /**
     * What stands in the window's place until the user has set Wherry up, or does not want to.
     *
     * @param done to be called then
     */
    Welcome welcome(Shell shell, Runnable done);

    /** Opens the search over everything. */
    void search(Shell shell);

    /** The user wants to end the app. */
    void quit();

    /**
     * Opens {@code address} in the user's browser.
     *
     * @throws IOException when that cannot be done
     */
    void browse(String address) throws IOException, InterruptedException;
}
