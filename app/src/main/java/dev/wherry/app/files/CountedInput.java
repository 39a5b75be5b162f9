// Counts what goes through.
package dev.wherry.app.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells, as it is read, how many bytes have been read. */
final class CountedInput extends FilterInputStream {

    private final LongConsumer listener;
    private long count;

    CountedInput(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        count(n);
        return n;
    }

    private void count(int n) {
        if (n > 0) {
            count += n;
            listener.accept(count);
        }
    }
}
