// A VM whose UDP ports all lead to an echo.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Real sockets on 127.0.0.1; each sends back what it gets, to whom it got it from. */
final class FakeDatagrams implements DatagramPorts, AutoCloseable {

    private final Map<Integer, DatagramSocket> sockets = new ConcurrentHashMap<>();

    @Override
    public Map<Integer, Integer> open() {
        Map<Integer, Integer> open = new TreeMap<>();
        sockets.forEach((guest, socket) -> open.put(guest, socket.getLocalPort()));
        return open;
    }

    @Override
    public void open(int guestPort) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        sockets.put(guestPort, socket);
        Thread.ofVirtual().start(() -> echo(socket));
    }

    private static void echo(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
            while (true) {
                packet.setLength(65_535);
                socket.receive(packet);
                socket.send(packet);
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close(int hostPort) {
        sockets.values().removeIf(socket -> {
            boolean chosen = socket.getLocalPort() == hostPort;
            if (chosen) {
                socket.close();
            }
            return chosen;
        });
    }

    /** Sends a question from a new socket, and returns the answer. */
    static String ask(InetSocketAddress address, String question) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(5000);
            byte[] bytes = question.getBytes(UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length, address));
            DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), UTF_8);
        }
    }

    @Override
    public void close() {
        sockets.values().forEach(DatagramSocket::close);
    }
}
