// Where host programs knock: a unix socket, a TCP port, a named pipe on Windows.
package dev.wherry.engine.forward;

import java.io.Closeable;
import java.io.IOException;

/** Something on the host that connections come in on. {@code toString} names it for messages. */
interface ConnectionListener extends Closeable {

    /**
     * Waits for the next connection.
     *
     * @throws IOException when it cannot be taken (too many open files), or when this is closed
     */
    Incoming accept() throws IOException;

    /** Stops listening; a waiting {@link #accept} returns. Connections already taken go on. */
    @Override
    void close() throws IOException;
}
