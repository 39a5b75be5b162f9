// Hears of later starts.
package dev.wherry.app.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a socket; opened only by who has the lock. */
final class StartListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartListener.class);

    private final Path socket;
    private final ServerSocketChannel server;

    private StartListener(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /** Listens on {@code socket}, in the place of one that a crash has left there. */
    static StartListener open(Path socket, Consumer<List<String>> onStart) throws IOException {
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            // Who has the lock knows that nobody listens there; what is no socket is none of Wherry's.
            if (!Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
                throw new IOException(socket + " is in the way of Wherry's socket; move it away");
            }
            Files.delete(socket);
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        StartListener listener = new StartListener(socket, server);
        Thread.ofVirtual().name("starts").start(() -> listener.listen(onStart));
        return listener;
    }

    private void listen(Consumer<List<String>> onStart) {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().name("start").start(() -> take(channel, onStart));
            }
        } catch (ClosedChannelException e) {
            LOG.debug("No start is listened for any more");
        } catch (IOException e) {
            LOG.warn("Later starts of Wherry are not heard of any more", e);
        }
    }

    private static void take(SocketChannel channel, Consumer<List<String>> onStart) {
        try {
            StartMessage.receive(channel, onStart);
        } catch (IOException e) {
            LOG.info("Another start of Wherry was not understood: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
