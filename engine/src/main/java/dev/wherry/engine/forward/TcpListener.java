// A TCP port on the host.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;

/** Listens on one address and port. */
final class TcpListener implements ConnectionListener {

    // Hundreds of clients may come at once while each waits for its channel; the kernel cuts this to its own limit.
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    private TcpListener(ServerSocketChannel channel, InetSocketAddress address) {
        this.channel = channel;
        this.address = address;
    }

    /** @throws IOException as the system reports it; {@link BindFailure} puts it into words */
    static TcpListener bind(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = open(address.getAddress());
        try {
            channel.bind(address, BACKLOG);
            return new TcpListener(channel, address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether this host has {@code address} at all. */
    static boolean canListenOn(InetAddress address) {
        try (TcpListener _ = bind(new InetSocketAddress(address, 0))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocketChannel open(InetAddress address) throws IOException {
        if (address.isAnyLocalAddress()) {
            return ServerSocketChannel.open(); // both families, where the host has both
        }
        try {
            return ServerSocketChannel.open(
                    address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        } catch (UnsupportedOperationException e) {
            throw new IOException("This host has no IPv6", e);
        }
    }

    @Override
    public Incoming accept() throws IOException {
        SocketChannel accepted = channel.accept();
        try {
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException e) {
            // macOS refuses options on a connection that is already reset; its first read will say so.
        }
        return new Accepted(accepted, new SocketStream(accepted));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return "tcp " + BindFailure.text(address);
    }

    private record Accepted(SocketChannel channel, ByteStream stream) implements Incoming {

        // A reset, as from a port that nobody listens on: the program must not take this for an empty answer.
        @Override
        public void refuse(IOException cause) {
            try (channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // The program has left already.
            }
        }
    }
}
