// A body that arrives in chunks, each with its size in front.
package dev.wherry.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Decodes the chunked transfer coding (RFC 9112, 7.1); chunk extensions and trailers are read over. */
final class ChunkedInput extends InputStream {

    private final InputStream in;
    private long left;
    private boolean started;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
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
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("The engine's answer broke off " + left + " bytes before the end of a chunk");
        }
        left -= n;
        return n;
    }

    private void nextChunk() throws IOException {
        if (started && !MessageReader.line(in).isEmpty()) {
            throw new ProtocolException("A chunk of the engine's answer is longer than its announced size");
        }
        started = true;
        String line = MessageReader.line(in);
        int extension = line.indexOf(';');
        String size = (extension < 0 ? line : line.substring(0, extension)).strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new ProtocolException("The engine's answer announces a chunk of size \"" + size + "\"");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            ended = true;
            MessageReader.fields(in);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
