// Stands between the engine socket and a guest that may be held still.
package dev.wherry.engine.forward;

import java.io.IOException;

/** What a connection on the engine socket waits for before it goes on to the guest. */
@FunctionalInterface
public interface Gate {

    /**
     * Returns when the guest runs; may take seconds.
     *
     * @throws IOException saying why it does not
     */
    void pass() throws IOException;
}
