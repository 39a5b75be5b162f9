// A connection that has just come in on the host.
package dev.wherry.engine.forward;

import java.io.IOException;

import dev.wherry.engine.stream.ByteStream;

/** A connection from a host program, not yet joined to anything. */
interface Incoming {

    /** The connection. */
    ByteStream stream();

    /** Whether the program does something with what it has connected to, or at least has not said otherwise. */
    default boolean isAtWork() {
        return true;
    }

    /**
     * Tells the program, in the way of its protocol, that the far side cannot be reached, and closes the connection. Ends
     * within seconds.
     */
    void refuse(IOException cause);
}
