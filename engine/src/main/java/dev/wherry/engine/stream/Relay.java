// Joins two streams: what one sends the other receives, in both directions, half-closes included.
package dev.wherry.engine.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * Carries bytes between two streams until both directions have ended or one of the two is lost.
 *
 * <p>An end-of-stream on one side ends only that direction on the other, so that a client that has sent its request and
 * shut down its side still gets the whole answer.
 */
public final class Relay {

    // One SSH packet's worth: larger buffers cost memory for each connection and gain nothing.
    private static final int BUFFER = 32 * 1024;

    private final ByteStream near;
    private final ByteStream far;
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    /** A relay between {@code near}, the side that asked, and {@code far}, the side that serves. It owns both. */
    public Relay(ByteStream near, ByteStream far) {
        this.near = near;
        this.far = far;
    }

    /** Bytes carried from near to far so far. */
    public long sent() {
        return sent.sum();
    }

    /** Bytes carried from far to near so far. */
    public long received() {
        return received.sum();
    }

    /** Carries bytes until both directions have ended, then closes both streams. Blocks; made for a virtual thread. */
    public void run() {
        Thread upward = Thread.ofVirtual().name("relay-up").start(() -> pump(near, far, sent));
        pump(far, near, received);
        try {
            upward.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(near);
            closeQuietly(far);
        }
    }

    private static void pump(ByteStream from, ByteStream to, LongAdder count) {
        try {
            InputStream in = from.input();
            OutputStream out = to.output();
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
                count.add(n);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is lost: nothing that the other still says can arrive, so both end now.
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(ByteStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is closed all the same; whoever lost data has had the error from its own read or write.
        }
    }
}
