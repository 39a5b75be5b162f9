// What is typed, on its way to a reader that blocks.
package dev.wherry.app.shell;

import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * An input stream of what was added to it. Unlike the JDK's pipe it does not care which threads add, and adding never blocks:
 * people type, and paste at most what fits into memory anyway.
 */
final class KeyQueue extends InputStream {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private byte[] current = {};
    private int next;
    private boolean ended;

    void add(byte[] keys) {
        if (keys.length > 0) {
            queue.add(keys);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == current.length && !takeMore()) {
            return -1;
        }
        int n = Math.min(length, current.length - next);
        System.arraycopy(current, next, buffer, offset, n);
        next += n;
        return n;
    }

    private boolean takeMore() {
        try {
            current = ended ? END : queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            current = END;
        }
        next = 0;
        ended = current.length == 0;
        return !ended;
    }

    /** Lets the reader come to the end after what was added. */
    @Override
    public void close() {
        queue.add(END);
    }
}
