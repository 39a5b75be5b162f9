// The receiving end of a channel: holds what has arrived until somebody reads it.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that the far side has sent on a channel. The far side may send only what the channel's window allows (RFC 4254,
 * 5.2), and the window opens again only as bytes are read: so the thread that delivers never waits for a slow reader, and a
 * slow reader never costs more memory than one window.
 */
final class Inbound extends InputStream {

    /** Lets the far side send as many bytes more as have been read. */
    interface Credit {
        void release(int bytes) throws IOException;
    }

    private static final int SMALLEST = 4 * 1024;
    private static final int KEPT_WHEN_EMPTY = 128 * 1024;
    private static final byte[] NOTHING = {};

    private final Credit credit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] ring = NOTHING; // its length is 0 or a power of two
    private int head;
    private int size;
    private boolean ended;
    private boolean discarding;
    private @Nullable IOException failure;

    Inbound(Credit credit) {
        this.credit = credit;
    }

    /** Takes what has arrived. Never waits. */
    void accept(byte[] bytes, int offset, int length) throws IOException {
        boolean unwanted;
        lock.lock();
        try {
            unwanted = discarding;
            if (!unwanted) {
                append(bytes, offset, length);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        if (unwanted) {
            credit.release(length);
        }
    }

    /** The far side sends no more; what has arrived can still be read. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes readers fail with {@code cause} once they have read what has arrived; nothing happens after the end. */
    void fail(IOException cause) {
        lock.lock();
        try {
            if (!ended && failure == null) {
                failure = cause;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        int taken;
        boolean more;
        lock.lock();
        try {
            awaitSomething();
            if (size == 0) {
                return -1;
            }
            taken = take(bytes, offset, length);
            more = !ended && failure == null;
        } finally {
            lock.unlock();
        }
        if (more) {
            credit.release(taken);
        }
        return taken;
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return discarding ? 0 : size;
        } finally {
            lock.unlock();
        }
    }

    /** Gives up on the rest: what has arrived and what still comes is dropped, and the far side is not held up by it. */
    @Override
    public void close() throws IOException {
        int dropped;
        lock.lock();
        try {
            dropped = ended || failure != null ? 0 : size;
            discarding = true;
            ring = NOTHING;
            head = 0;
            size = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (dropped > 0) {
            credit.release(dropped);
        }
    }

    private void awaitSomething() throws IOException {
        while (true) {
            if (discarding) {
                throw new IOException("The stream from the guest is closed");
            } else if (size > 0 || ended) {
                return;
            } else if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
            Interruption.guard(() -> changed.awaitNanos(Long.MAX_VALUE));
        }
    }

    private int take(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, size);
        int first = Math.min(taken, ring.length - head);
        System.arraycopy(ring, head, bytes, offset, first);
        System.arraycopy(ring, 0, bytes, offset + first, taken - first);
        size -= taken;
        head = size == 0 ? 0 : (head + taken) & (ring.length - 1);
        if (size == 0 && ring.length > KEPT_WHEN_EMPTY) {
            ring = NOTHING;
        }
        return taken;
    }

    private void append(byte[] bytes, int offset, int length) {
        if (size + length > ring.length) {
            grow(size + length);
        }
        int tail = (head + size) & (ring.length - 1);
        int first = Math.min(length, ring.length - tail);
        System.arraycopy(bytes, offset, ring, tail, first);
        System.arraycopy(bytes, offset + first, ring, 0, length - first);
        size += length;
    }

    private void grow(int needed) {
        byte[] larger = new byte[Math.max(SMALLEST, Integer.highestOneBit(needed - 1) << 1)];
        int held = size;
        int first = Math.min(held, ring.length - head);
        System.arraycopy(ring, head, larger, 0, first);
        System.arraycopy(ring, 0, larger, first, held - first);
        head = 0;
        ring = larger;
    }
}
