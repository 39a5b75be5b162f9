// A pipe where the system has none.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.host.PipeEnd;

/** One instance in memory, with the messages in both directions; an empty one ends its direction, as does {@link #LOST}. */
final class FakePipe implements PipeEnd {

    private static final byte[] LOST = new byte[0];
    private static final long DEADLINE_SECONDS = 20;

    private final BlockingQueue<byte[]> toServer = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> toClient = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> clients = new LinkedBlockingQueue<>();
    private byte[] rest = new byte[0];
    private int at;
    private volatile boolean closed;

    /** Does what a client's opening of the pipe does. */
    void connect() {
        clients.add(true);
    }

    /** Sends a message as the client; an empty one ends its direction. */
    void send(byte[] message) {
        toServer.add(message);
    }

    /** The next message that the client gets. */
    byte[] receive() throws IOException {
        return take(toClient);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void awaitClient() throws IOException {
        if (!take(clients) || closed) {
            throw new IOException("closed");
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (at == rest.length) {
            rest = take(toServer);
            at = 0;
            if (closed) {
                throw new IOException("closed");
            }
            if (rest.length == 0) {
                return -1;
            }
        }
        int count = Math.min(length, rest.length - at);
        System.arraycopy(rest, at, bytes, offset, count);
        at += count;
        return count;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        toClient.add(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void endOutput() {
        toClient.add(new byte[0]);
    }

    @Override
    public void close() {
        closed = true;
        clients.add(false);
        toServer.add(LOST);
    }

    private static <T> T take(BlockingQueue<T> queue) throws IOException {
        try {
            T next = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException("nothing came within " + DEADLINE_SECONDS + " s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
