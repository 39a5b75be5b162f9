// One thread for all UDP ports of a machine.
package dev.wherry.engine.forward;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for datagrams on many sockets. A thread and a buffer for each client would be much for what is mostly silent: one of each
 * serves all.
 */
final class UdpLoop implements Closeable {

    /** Who has a socket here. Called by the loop's thread alone. */
    interface Owner {

        /** There may be datagrams; {@code buffer} is the owner's until it returns. */
        void receive(ByteBuffer buffer);

        /** Some time has passed. */
        void tick();
    }

    private static final Logger LOG = LoggerFactory.getLogger(UdpLoop.class);
    private static final int LARGEST = 65_535;

    private final Duration pace;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("udp").unstarted(this::run);

    private UdpLoop(Duration pace) throws IOException {
        this.pace = pace;
    }

    /** Begins to wait; owners hear of time every {@code pace}. */
    static UdpLoop start(Duration pace) throws IOException {
        UdpLoop loop = new UdpLoop(pace);
        loop.thread.start();
        return loop;
    }

    /** Has {@code owner} told of datagrams on {@code channel}, until that is closed. */
    void add(DatagramChannel channel, Owner owner) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, owner);
        selector.wakeup();
    }

    /** Runs {@code task} in the loop's thread; when this returns, the addresses of channels that it closed are free. Not after {@link #close}. */
    void perform(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                task.run();
                forgetClosed();
            } finally {
                done.complete(null);
            }
        });
        selector.wakeup();
        done.join();
    }

    private void run() {
        long ticked = System.nanoTime();
        while (selector.isOpen()) {
            try {
                ticked = turn(ticked);
            } catch (ClosedSelectorException e) {
                LOG.debug("No more UDP");
            } catch (IOException | RuntimeException e) {
                LOG.error("A failure with UDP ports", e); // one socket's trouble is not to end the others
            }
        }
    }

    /** Waits once, and sees to what has come; returns when owners heard of time last. */
    private long turn(long ticked) throws IOException {
        selector.select(this::receive, pace.toMillis());
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        if (System.nanoTime() - ticked < pace.toNanos()) {
            return ticked;
        }
        selector.keys().forEach(key -> ((Owner) key.attachment()).tick());
        return System.nanoTime();
    }

    private void receive(SelectionKey key) {
        ((Owner) key.attachment()).receive(buffer);
    }

    // A socket that a selector knows lives until the selector has looked at it again.
    private void forgetClosed() {
        try {
            selector.selectNow(this::receive);
        } catch (IOException e) {
            LOG.warn("A UDP port may stay taken: {}", e.getMessage());
        }
    }

    /** Ends the thread; the sockets are their owners' to close, before. */
    @Override
    public void close() throws IOException {
        selector.close();
    }
}
