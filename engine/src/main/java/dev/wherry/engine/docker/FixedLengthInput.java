// A body whose length was announced.
package dev.wherry.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Exactly as many bytes as Content-Length says; fewer are an error, more are not looked at. */
final class FixedLengthInput extends InputStream {

    private final InputStream in;
    private long left;

    FixedLengthInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("The engine's answer broke off " + left + " bytes before its announced length");
        }
        left -= n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
