// Bytes counted on their way.
package dev.wherry.app.window.volumes;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have passed so far, after each piece. */
final class Metered {

    private Metered() {
    }

    static InputStream in(InputStream in, LongConsumer passed) {
        return new FilterInputStream(in) {
            private long count;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = super.read(bytes, offset, length);
                count += Math.max(0, n);
                passed.accept(count);
                return n;
            }
        };
    }

    static OutputStream out(OutputStream out, LongConsumer passed) {
        return new FilterOutputStream(out) {
            private long count;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                this.out.write(bytes, offset, length);
                count += length;
                passed.accept(count);
            }
        };
    }
}
