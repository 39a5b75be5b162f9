// A port that tells whether anybody has knocked.
package dev.wherry.app.updates;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Listens on a free port of the loopback address and never says a word. */
final class Doorbell implements AutoCloseable {

    private final ServerSocketChannel port = ServerSocketChannel.open();

    Doorbell() throws IOException {
        port.configureBlocking(false);
        port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** The address of a feed behind it. */
    String url() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) port.getLocalAddress()).getPort() + "/feed.json";
    }

    /** Whether there has been a connection since the last call, whatever has become of it. */
    boolean hasRung() throws IOException {
        try (SocketChannel visitor = port.accept()) {
            return visitor != null;
        }
    }

    /** Whether it rings at all when somebody comes. */
    boolean works() throws IOException {
        SocketChannel.open(port.getLocalAddress()).close();
        return hasRung();
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
