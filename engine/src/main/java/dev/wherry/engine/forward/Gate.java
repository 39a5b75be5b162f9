// Stands between the engine socket and a guest that may be held still, or not run at all.
package dev.wherry.engine.forward;

import java.io.IOException;

import dev.wherry.engine.guest.Guest;

/** What a connection on the engine socket waits for before it goes on to the guest. */
@FunctionalInterface
public interface Gate {

    /** A program that has connected to the engine socket. */
    interface Caller {

        /**
         * Returns when the program has begun to ask for something.
         *
         * @return false when it has left instead
         */
        boolean awaitRequest() throws IOException;

        /** Whether it has asked for the engine's events, so that it only waits for what others do. */
        boolean onlyListens();
    }

    /**
     * Returns when the guest runs; may take as long as a start does.
     *
     * @return the guest
     * @throws IOException saying why it does not run
     */
    Guest pass(Caller caller) throws IOException;
}
