// The name server that the guest asks.
package dev.wherry.engine.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/** Serves DNS (RFC 1035, RFC 6891) by UDP and TCP on one port of loopback. What is no question is left unanswered. */
final class NameServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NameServer.class);

    /** Tries to find a number that is free for both UDP and TCP. */
    private static final int TRIES = 20;
    /** Questions at a time; a question too many is dropped, and asked again by whoever wants to know. */
    private static final int AT_ONCE = 256;
    private static final int CONNECTIONS = 64;
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MAX_MESSAGE = 65_535;
    private static final int PLAIN_UDP = 512;
    /** What fits into one packet of any network. */
    private static final int LARGE_UDP = 1232;

    private final Answers answers;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final Semaphore questions = new Semaphore(AT_ONCE);
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private NameServer(Answers answers, ServerSocket tcp, DatagramSocket udp) {
        this.answers = answers;
        this.tcp = tcp;
        this.udp = udp;
    }

    /** Begins to serve {@code answers} on a port of its own choice. */
    static NameServer start(Answers answers) throws IOException {
        NameServer server = bind(answers);
        Thread.ofVirtual().name("names udp").start(server::serveUdp);
        Thread.ofVirtual().name("names tcp").start(server::serveTcp);
        return server;
    }

    private static NameServer bind(Answers answers) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        IOException taken = new IOException("there is no port that is free for UDP and TCP");
        for (int i = 0; i < TRIES; i++) {
            ServerSocket tcp = new ServerSocket();
            try {
                tcp.bind(new InetSocketAddress(loopback, 0));
                return new NameServer(answers, tcp,
                        new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort())));
            } catch (BindException e) {
                tcp.close();
                taken = e;
            } catch (IOException e) {
                tcp.close();
                throw e;
            }
        }
        throw taken;
    }

    int port() {
        return tcp.getLocalPort();
    }

    private void serveUdp() {
        byte[] buffer = new byte[MAX_MESSAGE];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] question = new byte[packet.getLength()];
                System.arraycopy(buffer, 0, question, 0, question.length);
                SocketAddress sender = packet.getSocketAddress();
                if (questions.tryAcquire()) {
                    Thread.ofVirtual().name("names question").start(() -> answerUdp(question, sender));
                }
            } catch (IOException e) {
                // Closed; or the sender of an earlier question is gone, which some systems tell here.
                LOG.debug("No question came: {}", e.getMessage());
            }
        }
    }

    private void answerUdp(byte[] bytes, SocketAddress sender) {
        try {
            Optional<Message> query = parse(bytes);
            if (query.isPresent()) {
                byte[] answer = answers.to(query.get()).toWire(room(query.get()));
                udp.send(new DatagramPacket(answer, answer.length, sender));
            }
        } catch (IOException e) {
            LOG.debug("An answer could not be sent: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            questions.release();
        }
    }

    private static Optional<Message> parse(byte[] bytes) {
        try {
            return Optional.of(new Message(bytes)).filter(query -> !query.getHeader().getFlag(Flags.QR));
        } catch (IOException e) {
            LOG.debug("What came is no question: {}", e.getMessage());
            return Optional.empty();
        }
    }

    // What is longer goes by TCP, which whoever asked is told to try.
    private static int room(Message query) {
        OPTRecord edns = query.getOPT();
        return edns == null ? PLAIN_UDP : Math.clamp(edns.getPayloadSize(), PLAIN_UDP, LARGE_UDP);
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                if (connections.tryAcquire()) {
                    Thread.ofVirtual().name("names connection").start(() -> converse(connection));
                } else {
                    connection.close();
                }
            } catch (IOException e) {
                LOG.debug("No connection came: {}", e.getMessage());
            }
        }
    }

    private void converse(Socket connection) {
        open.add(connection);
        try (connection;
                DataInputStream in = new DataInputStream(connection.getInputStream());
                DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
            connection.setSoTimeout((int) SILENCE.toMillis());
            connection.setTcpNoDelay(true);
            while (!tcp.isClosed()) {
                byte[] bytes = new byte[in.readUnsignedShort()];
                in.readFully(bytes);
                Optional<Message> query = parse(bytes);
                if (query.isEmpty()) {
                    return;
                }
                byte[] answer = answers.to(query.get()).toWire(MAX_MESSAGE);
                byte[] framed = new byte[answer.length + 2];
                framed[0] = (byte) (answer.length >> 8);
                framed[1] = (byte) answer.length;
                System.arraycopy(answer, 0, framed, 2, answer.length);
                out.write(framed);
            }
        } catch (IOException e) {
            LOG.debug("A connection ended: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
            connections.release();
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
