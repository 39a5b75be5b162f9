// One UDP port of the host at work.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes datagrams on, and their answers back. Each client has a socket of its own towards the guest, so that answers find the way
 * back; it goes when nothing has passed for a while, or when too many others have come since.
 */
final class UdpRelay implements ActiveForward {

    /** As long as the engine's own proxy remembers a client. */
    static final Duration IDLE = Duration.ofSeconds(90);
    /** Clients at once, of one port. */
    static final int CLIENTS = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(UdpRelay.class);
    /** A burst waits here while the loop is elsewhere; the system may allow less. */
    private static final int RECEIVE_BUFFER = 1 << 20;
    /** One port's burst is not to silence the others. */
    private static final int AT_ONCE = 64;

    private final UdpLoop loop;
    private final DatagramChannel channel;
    private final InetSocketAddress far;
    private final Duration idle;
    private final Map<SocketAddress, Client> clients = new LinkedHashMap<>(16, 0.75f, true); // the loop's thread only
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder taken = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    private UdpRelay(UdpLoop loop, DatagramChannel channel, InetSocketAddress far, Duration idle) {
        this.loop = loop;
        this.channel = channel;
        this.far = far;
        this.idle = idle;
    }

    /**
     * Begins to pass on what comes in at {@code listen} to {@code far}.
     *
     * @param idle how long a silent client is remembered
     * @throws IOException as the system reports it; {@link BindFailure} puts it into words
     */
    static UdpRelay start(UdpLoop loop, InetSocketAddress listen, InetSocketAddress far, Duration idle)
            throws IOException {
        DatagramChannel channel = bind(listen);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            UdpRelay relay = new UdpRelay(loop, channel, far, idle);
            loop.add(channel, relay.new Entrance());
            return relay;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** @throws IOException as the system reports it */
    static DatagramChannel bind(InetSocketAddress address) throws IOException {
        DatagramChannel channel = open(address.getAddress());
        try {
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static DatagramChannel open(InetAddress address) throws IOException {
        if (address.isAnyLocalAddress()) {
            return DatagramChannel.open(); // both families, where the host has both
        }
        return DatagramChannel.open(
                address.getAddress().length == 4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
    }

    @Override
    public Traffic traffic() {
        return new Traffic(open.get(), taken.sum(), sent.sum(), received.sum());
    }

    /** Lets each client begin anew, from another socket, with its next datagram. */
    void forgetClients() {
        loop.perform(() -> List.copyOf(clients.values()).forEach(Client::leave));
    }

    @Override
    public void close() {
        loop.perform(() -> {
            closeQuietly(channel);
            List.copyOf(clients.values()).forEach(Client::leave);
        });
    }

    private static void closeQuietly(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a UDP socket: {}", e.getMessage());
        }
    }

    /** Where clients send to. */
    private final class Entrance implements UdpLoop.Owner {

        @Override
        public void receive(ByteBuffer buffer) {
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    SocketAddress from = channel.receive(buffer.clear());
                    if (from == null) {
                        return;
                    }
                    client(from).send(buffer.flip());
                }
            } catch (IOException e) {
                LOG.debug("A datagram is lost: {}", e.getMessage());
            }
        }

        @Override
        public void tick() {
            // It stays as long as the relay.
        }

        private Client client(SocketAddress address) throws IOException {
            Client known = clients.get(address);
            if (known != null) {
                return known;
            }
            if (clients.size() >= CLIENTS) {
                clients.values().iterator().next().leave();
            }
            Client client = new Client(address);
            clients.put(address, client);
            taken.increment();
            open.incrementAndGet();
            return client;
        }
    }

    /** A program of the host, and its socket towards the guest. */
    private final class Client implements UdpLoop.Owner {

        private final SocketAddress address;
        private final DatagramChannel inward = UdpRelay.open(far.getAddress());
        private long active = System.nanoTime();

        Client(SocketAddress address) throws IOException {
            this.address = address;
            try {
                // Not connected: a channel that is keeps empty datagrams to itself.
                inward.bind(new InetSocketAddress(far.getAddress(), 0));
                loop.add(inward, this);
            } catch (IOException e) {
                closeQuietly(inward);
                throw e;
            }
        }

        void send(ByteBuffer datagram) throws IOException {
            active = System.nanoTime();
            sent.add(inward.send(datagram, far));
        }

        @Override
        public void receive(ByteBuffer buffer) {
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    SocketAddress from = inward.receive(buffer.clear());
                    if (from == null) {
                        return;
                    }
                    if (from.equals(far)) {
                        active = System.nanoTime();
                        received.add(channel.send(buffer.flip(), address));
                    }
                }
            } catch (IOException e) {
                LOG.debug("An answer is lost: {}", e.getMessage());
            }
        }

        @Override
        public void tick() {
            if (System.nanoTime() - active > idle.toNanos()) {
                leave();
            }
        }

        void leave() {
            closeQuietly(inward);
            if (clients.remove(address, this)) {
                open.decrementAndGet();
            }
        }
    }
}
