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
     * @throws IOException naming what could not be reached and why
     */
    ByteStream dial() throws IOException;
}
