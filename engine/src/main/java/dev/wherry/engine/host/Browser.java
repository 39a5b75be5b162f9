// The user's web browser.
package dev.wherry.engine.host;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Shows web pages. */
public interface Browser {

    /** Why this computer cannot do that, in a sentence; empty when it can. */
    Optional<String> obstacle();

    /**
     * Shows {@code page} in the browser that the user prefers; takes up to {@link DetachedProgram#WATCH}.
     *
     * @throws IOException when there is no browser, or it does not start
     */
    void open(URI page) throws IOException, InterruptedException;
}
