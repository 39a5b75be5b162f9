// Two streams in one: how the engine sends output without a terminal.
package dev.wherry.app.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes frames of the multiplexed format (Engine API, "Attach to a container", stream format). */
final class Multiplexed extends OutputStream {

    private final OutputStream out;

    /** Standard output over {@code out}. */
    Multiplexed(OutputStream out) {
        this.out = out;
    }

    static void write(OutputStream out, boolean error, byte[] bytes) throws IOException {
        out.write(ByteBuffer.allocate(8 + bytes.length).put((byte) (error ? 2 : 1)).put(new byte[3])
                .putInt(bytes.length).put(bytes).array());
    }

    @Override
    public void write(int b) throws IOException {
        write(out, false, new byte[]{(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        write(out, false, Arrays.copyOfRange(bytes, offset, offset + length));
    }
}
