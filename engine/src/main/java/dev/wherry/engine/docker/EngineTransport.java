// How bytes get to the engine; the client neither knows nor cares what is underneath.
package dev.wherry.engine.docker;

import java.io.IOException;

import dev.wherry.engine.stream.ByteStream;

/** Opens connections to an engine: an SSH channel to its socket in the guest, or a local unix socket. */
@FunctionalInterface
public interface EngineTransport {

    /**
     * Opens a new connection, which the caller closes. May be called from several threads at once.
     *
     * @throws IOException naming what could not be reached and why
     */
    ByteStream open() throws IOException;
}
