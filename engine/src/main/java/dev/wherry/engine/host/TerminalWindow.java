// The user's terminal emulator.
package dev.wherry.engine.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens terminals. */
public interface TerminalWindow {

    /** Why this computer cannot do that, in a sentence; empty when it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Opens a terminal that runs {@code command}, each word as it is; takes up to {@link DetachedProgram#WATCH}.
     *
     * @throws IOException when there is no terminal emulator, or it does not start
     */
    void open(List<String> command) throws IOException, InterruptedException;
}
