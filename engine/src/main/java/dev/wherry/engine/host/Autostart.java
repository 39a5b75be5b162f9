// Starting with the user's session.
package dev.wherry.engine.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lets a program start when the user logs in. */
public interface Autostart {

    /** Why this computer cannot do that, in a sentence; empty when it can. */
    Optional<String> obstacle();

    /** Whether the program starts at login. */
    boolean enabled() throws IOException;

    /** Lets {@code command} start at every login. */
    void enable(List<String> command) throws IOException;

    /** Lets nothing start at login any more. */
    void disable() throws IOException;

    /** Puts {@code command} in the place of an older one, as after the program has been moved; changes nothing when disabled. */
    void refresh(List<String> command) throws IOException;

    /** Where it is not to be had. */
    record Unavailable(String why) implements Autostart {

        @Override
        public Optional<String> obstacle() {
            return Optional.of(why);
        }

        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public void enable(List<String> command) throws IOException {
            throw new IOException(why);
        }

        @Override
        public void disable() {
            // Nothing starts at login.
        }

        @Override
        public void refresh(List<String> command) {
            // Nothing starts at login.
        }
    }
}
