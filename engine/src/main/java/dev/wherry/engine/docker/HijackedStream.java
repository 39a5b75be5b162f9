// A connection that began as HTTP and has become a plain two-way stream.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import dev.wherry.engine.stream.ByteStream;

/** The connection after its HTTP head; {@code input} begins with what was read ahead. */
record HijackedStream(ByteStream connection, InputStream input) implements ByteStream {

    @Override
    public OutputStream output() {
        return connection.output();
    }

    @Override
    public void shutdownOutput() throws IOException {
        connection.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
