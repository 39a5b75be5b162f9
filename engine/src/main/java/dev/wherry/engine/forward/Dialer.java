// The far side of a forward.
package dev.wherry.engine.forward;

import java.io.IOException;

import dev.wherry.engine.stream.ByteStream;

/** Opens a connection to what a forward leads to, within the guest's own deadline. */
@FunctionalInterface
interface Dialer {

    /**
     * Connects; the caller closes what it gets.
     *
     * @param from the connection that is to be joined to it
     * @throws IOException naming what could not be reached and why
     */
    ByteStream dial(Incoming from) throws IOException;
}
