// A UDP port of the host, with real sockets on both sides.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpRelayTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int INSIDE = 61_000;

    private final FakeDatagrams guest = new FakeDatagrams();
    private final List<DatagramSocket> clients = new ArrayList<>();
    private UdpLoop loop;
    private UdpRelay relay;
    private InetSocketAddress address;

    @BeforeEach
    void start() throws IOException {
        guest.open(INSIDE);
        loop = UdpLoop.start(Duration.ofMillis(20));
        relay(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        loop.close();
        clients.forEach(DatagramSocket::close);
        guest.close();
    }

    private void relay(Duration idle) throws IOException {
        try (DatagramSocket any = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            address = new InetSocketAddress(LOOPBACK, any.getLocalPort());
        }
        relay = UdpRelay.start(loop, address, new InetSocketAddress(LOOPBACK, guest.open().getOrDefault(INSIDE, 0)),
                idle);
    }

    @Test
    void eachOfManyClientsGetsItsOwnAnswers() throws IOException {
        for (int i = 0; i < 50; i++) {
            send(client(), "question " + i);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(receive(clients.get(i))).isEqualTo("question " + i);
        }
        assertThat(relay.traffic().open()).isEqualTo(50);
    }

    @Test
    void datagramsKeepTheirBoundsTheLargestAndTheEmptyOneToo() throws IOException {
        DatagramSocket client = client();
        for (String text : List.of("a", "", "x".repeat(65_507), "last")) {
            send(client, text);
            assertThat(receive(client)).isEqualTo(text);
        }
        await().untilAsserted(() -> assertThat(relay.traffic()).isEqualTo(new Traffic(1, 1, 65_512, 65_512)));
    }

    @Test
    void aSilentClientIsForgottenAndServedAgainWhenItComesBack() throws IOException {
        relay.close();
        relay(Duration.ofMillis(200));
        DatagramSocket client = client();
        send(client, "before");
        assertThat(receive(client)).isEqualTo("before");
        await().until(() -> relay.traffic().open() == 0);
        send(client, "after");
        assertThat(receive(client)).isEqualTo("after");
        assertThat(relay.traffic().connections()).isEqualTo(2);
    }

    @Test
    void tooManyClientsPushOutTheOneThatHasBeenSilentLongest() throws IOException {
        DatagramSocket first = client();
        send(first, "first");
        receive(first);
        while (relay.traffic().connections() <= UdpRelay.CLIENTS) { // a closed socket's port may come again
            try (DatagramSocket other = new DatagramSocket()) {
                send(other, "other");
                receive(other);
            }
        }
        assertThat(relay.traffic().open()).isEqualTo(UdpRelay.CLIENTS);
        send(first, "again");
        assertThat(receive(first)).isEqualTo("again");
    }

    @Test
    void whatIsOnItsWayWhenNobodyListensInsideIsLostAndTheRelayGoesOn() throws IOException {
        int inside = guest.open().getOrDefault(INSIDE, 0);
        guest.close(inside);
        DatagramSocket client = client();
        send(client, "lost");
        await().until(() -> relay.traffic().connections() == 1);
        relay.close();
        guest.open(INSIDE);
        relay(Duration.ofMinutes(1));
        send(client, "found");
        assertThat(receive(client)).isEqualTo("found");
    }

    @Test
    void aClosedRelayLeavesItsPortAtOnce() throws IOException {
        send(client(), "hello");
        receive(clients.getFirst());
        relay.close();
        new DatagramSocket(address).close();
        relay.close();
    }

    private DatagramSocket client() throws IOException {
        DatagramSocket client = new DatagramSocket();
        client.setSoTimeout(5000);
        clients.add(client);
        return client;
    }

    private void send(DatagramSocket client, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        client.send(new DatagramPacket(bytes, bytes.length, address));
    }

    private static String receive(DatagramSocket client) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        client.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }
}
