// A guest whose ports and sockets are served by this very process.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.SpokenProcess;
import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;

/** Connects "into the guest" to real local servers, and can be out of reach. */
final class FakeGuest implements Guest, AutoCloseable {

    /** Serves one connection, which is closed behind it. */
    interface Service {
        void serve(ByteStream connection) throws IOException;
    }

    /** Repeats what it hears, until it hears no more. */
    static final Service ECHO = connection -> connection.input().transferTo(connection.output());

    /** The command lines that were run. */
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> dialled = new CopyOnWriteArrayList<>();
    private final Map<String, SocketAddress> places = new ConcurrentHashMap<>();
    private final List<ServerSocketChannel> listeners = new CopyOnWriteArrayList<>();
    private final Set<SocketChannel> inside = ConcurrentHashMap.newKeySet();
    private volatile boolean reachable = true;

    /** Lets {@code service} answer at {@code address}, as in "127.0.0.1:8080". */
    void serveTcp(String address, Service service) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        serve(address, listener, service);
    }

    /** Lets {@code service} answer on the socket {@code guestPath}, which really is at {@code hostPath}. */
    void serveUnix(String guestPath, Path hostPath, Service service) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(hostPath), 1024);
        serve(guestPath, listener, service);
    }

    private void serve(String place, ServerSocketChannel listener, Service service) throws IOException {
        listeners.add(listener);
        places.put(place, listener.getLocalAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    SocketChannel channel = listener.accept();
                    inside.add(channel);
                    Thread.ofVirtual().start(() -> serve(channel, service));
                }
            } catch (IOException e) {
                // closed
            }
        });
    }

    private void serve(SocketChannel channel, Service service) {
        try (channel) {
            service.serve(new SocketStream(channel));
        } catch (IOException e) {
            // the client went away, which is its right
        } finally {
            inside.remove(channel);
        }
    }

    /** Loses the session: what is open ends, what is new fails, until it is {@link #found} again. */
    void lose() throws IOException {
        reachable = false;
        for (SocketChannel channel : inside) {
            channel.close();
        }
    }

    void found() {
        reachable = true;
    }

    /** Connections that are open inside. */
    int open() {
        return inside.size();
    }

    @Override
    public ByteStream openUnix(String path) throws IOException {
        return open(path);
    }

    @Override
    public ByteStream openTcp(String host, int port) throws IOException {
        return open(host + ":" + port);
    }

    private ByteStream open(String place) throws IOException {
        dialled.add(place);
        SocketAddress address = places.get(place);
        if (!reachable || address == null) {
            throw new IOException(reachable ? place + ": connection refused" : place + ": no \"session\" to the guest");
        }
        return new SocketStream(SocketChannel.open(address));
    }

    @Override
    public GuestProcess start(GuestCommand command) {
        commands.add(command.line());
        return SpokenProcess.ending("");
    }

    @Override
    public void close() throws IOException {
        for (ServerSocketChannel listener : listeners) {
            listener.close();
        }
        lose();
    }
}
