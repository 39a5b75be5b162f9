// A two-way stream of bytes whose sending side can be ended on its own: the one shape in which
// sockets, SSH channels and hijacked HTTP connections meet.
package dev.wherry.engine.stream;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection in both directions, with half-close. Reading and writing may go on in two threads at once; each
 * direction belongs to one thread at a time.
 */
public interface ByteStream extends Closeable {

    /** What the far side sends; ends (-1) when the far side has ended its direction. */
    InputStream input();

    /** What the far side receives. Bytes are on their way when {@code write} returns, or at the latest after {@code flush}. */
    OutputStream output();

    /**
     * Ends our direction: the far side reads end-of-stream after what was written, and may go on sending. A second call does
     * nothing.
     *
     * @throws IOException when the connection is already lost
     */
    void shutdownOutput() throws IOException;

    /** The same stream, read from {@code other} instead: from what was read ahead of it, or what listens in. */
    default ByteStream withInput(InputStream other) {
        ByteStream stream = this;
        return new ByteStream() {
            @Override
            public InputStream input() {
                return other;
            }

            @Override
            public OutputStream output() {
                return stream.output();
            }

            @Override
            public void shutdownOutput() throws IOException {
                stream.shutdownOutput();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    /** Ends both directions at once and frees what the connection holds; blocked readers and writers return. */
    @Override
    void close() throws IOException;
}
