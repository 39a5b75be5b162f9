// A stream on which nothing ever arrives.
package dev.wherry.engine.agent;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Blocks every reader until it is closed. */
final class BlockingInput extends InputStream {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        return read();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
