// Ends a connection over which nothing comes any more.
package dev.wherry.engine.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream that has been silent for too long; whoever reads from it then gets an exception. */
final class SilenceGuard implements Closeable {

    private final InputStream stream;
    private final Duration limit;
    private final Thread watch;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean silent;

    SilenceGuard(InputStream stream, Duration limit) {
        this.stream = stream;
        this.limit = limit;
        this.watch = Thread.ofVirtual().name("silence-guard").start(this::watch);
    }

    /** Reads as the stream does. */
    int read(byte[] buffer) throws IOException {
        try {
            int count = stream.read(buffer);
            lastHeard = System.nanoTime();
            return count;
        } catch (IOException e) {
            throw silent ? new IOException("nothing came for " + limit.toMillis() / 1000.0 + " s", e) : e;
        }
    }

    private void watch() {
        try {
            long left = limit.toNanos();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = limit.toNanos() - (System.nanoTime() - lastHeard);
            }
            silent = true;
            stream.close();
        } catch (InterruptedException | IOException e) {
            // It was read to its end, or is gone.
        }
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        stream.close();
    }
}
