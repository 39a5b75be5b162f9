// An answer whose length nobody knows when it begins.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Makes a chunk of every write (RFC 9112, 7.1); closing it ends the answer. */
final class ChunkedOutput extends OutputStream {

    private final OutputStream connection;

    ChunkedOutput(OutputStream connection) {
        this.connection = connection;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(length + 16);
            chunk.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunk.write(bytes, offset, length);
            chunk.writeBytes("\r\n".getBytes(ISO_8859_1));
            connection.write(chunk.toByteArray());
        }
    }

    @Override
    public void close() throws IOException {
        connection.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }
}
