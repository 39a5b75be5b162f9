// Starting with the user's session.
package dev.wherry.engine.host;

import java.io.IOException;
import java.util.List;

/** Lets a program start when the user logs in. */
public interface Autostart {

    /** Whether the program starts at login. */
    boolean enabled() throws IOException;

    /** Lets {@code command} start at every login. */
    void enable(List<String> command) throws IOException;

    /** Lets nothing start at login any more. */
    void disable() throws IOException;

    /** Puts {@code command} in the place of an older one, as after the program has been moved; changes nothing when disabled. */
    void refresh(List<String> command) throws IOException;
}
