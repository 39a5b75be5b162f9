// A pipe as a stream of bytes in both directions.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import dev.wherry.engine.host.PipeEnd;
import dev.wherry.engine.stream.ByteStream;

/** The connection with one client of a pipe. An empty message ends a direction, so that none is sent before. */
final class PipeStream implements ByteStream {

    private final PipeEnd pipe;
    private final InputStream input = new PipeInput();
    private final OutputStream output = new PipeOutput();
    private boolean inputEnded; // the reader's own
    private boolean outputEnded; // the writer's own

    PipeStream(PipeEnd pipe) {
        this.pipe = pipe;
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void shutdownOutput() throws IOException {
        if (!outputEnded) {
            outputEnded = true;
            pipe.endOutput();
        }
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }

    private final class PipeInput extends InputStream {
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
            int count = inputEnded ? -1 : pipe.read(bytes, offset, length);
            inputEnded = count < 0;
            return count;
        }
    }

    private final class PipeOutput extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                pipe.write(bytes, offset, length);
            }
        }
    }
}
