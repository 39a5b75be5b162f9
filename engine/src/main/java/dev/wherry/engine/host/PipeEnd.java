// The serving end of a pipe.
package dev.wherry.engine.host;

import java.io.Closeable;
import java.io.IOException;

/**
 * One instance of a pipe, which serves one client. It carries messages, so that an empty one can say that a direction has ended, as
 * docker's clients have it; otherwise messages have no meaning. Reading and writing may go on in two threads at once; both, and the
 * wait for a client, last until {@link #close} if nothing comes.
 */
public interface PipeEnd extends Closeable {

    /** Makes instances of one pipe. */
    @FunctionalInterface
    interface Maker {

        /**
         * An instance more.
         *
         * @param first whether there must be none yet
         * @throws IOException when the system refuses, as when another program serves the pipe already
         */
        PipeEnd make(boolean first) throws IOException;
    }

    /** Waits for a client. */
    void awaitClient() throws IOException;

    /** Reads up to {@code length} bytes, at least one; -1 when the client has ended its direction, or left. */
    int read(byte[] bytes, int offset, int length) throws IOException;

    /** Writes all of {@code length} bytes; nothing when that is 0. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Tells the client that nothing more comes. */
    void endOutput() throws IOException;
}
