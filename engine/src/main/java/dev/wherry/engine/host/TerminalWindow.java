// The user's terminal emulator.
package dev.wherry.engine.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens terminals. */
public interface TerminalWindow {

    /** Why this computer cannot do that, in a sentence; empty when it can. */
    Optional<String> obstacle();

    /**
     * Opens a terminal that runs {@code command}; takes up to {@link DetachedProgram#WATCH}.
     *
     * @throws IOException when there is no terminal emulator, or it does not start
     */
    void open(List<String> command) throws IOException, InterruptedException;

    /** Where it is not to be had. */
    record Unavailable(String why) implements TerminalWindow {

        @Override
        public Optional<String> obstacle() {
            return Optional.of(why);
        }

        @Override
        public void open(List<String> command) throws IOException {
            throw new IOException(why);
        }
    }
}
