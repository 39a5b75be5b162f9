// A connection that has just come in on the host.
package dev.wherry.engine.forward;

import java.io.IOException;

import dev.wherry.engine.stream.ByteStream;

/** A connection from a host program, not yet joined to anything. */
interface Incoming extends Gate.Caller {

    /** The connection. */
    ByteStream stream();

    /** One that is led on without being asked what it wants. */
    @Override
    default boolean awaitRequest() throws IOException {
        return true;
    }

    @Override
    default boolean onlyListens() {
        return false;
    }

    /**
     * Tells the program, in the way of its protocol, that the far side cannot be reached, and closes the connection. Ends
     * within seconds.
     */
    void refuse(IOException cause);
}
