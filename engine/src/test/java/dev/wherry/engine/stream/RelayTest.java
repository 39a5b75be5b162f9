// What a relay promises: every byte, both half-closes, and an end when one side is lost.
package dev.wherry.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private Pair client;
    private Pair server;
    private Relay relay;
    private Thread running;

    @BeforeEach
    void joinTwoConnections() throws IOException {
        client = Pair.connected();
        server = Pair.connected();
        relay = new Relay(client.inner, server.inner);
        running = Thread.ofVirtual().start(relay::run);
    }

    @AfterEach
    void closeAll() throws Exception {
        client.outer.close();
        server.outer.close();
        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aClientThatHalfClosesStillGetsTheWholeAnswer() throws Exception {
        client.outer.output().write("question".getBytes(UTF_8));
        client.outer.shutdownOutput();
        assertThat(server.outer.input().readAllBytes()).asString().isEqualTo("question");

        byte[] answer = new byte[3_000_000];
        new Random(1).nextBytes(answer);
        Thread.ofVirtual().start(() -> {
            try {
                server.outer.output().write(answer);
                server.outer.shutdownOutput();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(client.outer.input().readAllBytes()).isEqualTo(answer);
        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
        assertThat(relay.received()).isEqualTo(answer.length);
        assertThat(relay.sent()).isEqualTo("question".length());
    }

    @Test
    void aServerThatHalfClosesFirstStillGetsTheRestOfTheRequest() throws Exception {
        server.outer.shutdownOutput();
        assertThat(client.outer.input().read()).isEqualTo(-1);
        client.outer.output().write("late".getBytes(UTF_8));
        client.outer.shutdownOutput();
        assertThat(server.outer.input().readAllBytes()).asString().isEqualTo("late");
    }

    @Test
    void aLostServerEndsTheClientsConnection() throws Exception {
        server.outer.close();
        client.outer.shutdownOutput();
        assertThat(client.outer.input().read()).isEqualTo(-1);
        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
    }

    /** Two ends of one loopback connection. */
    private record Pair(ByteStream outer, ByteStream inner) {
        static Pair connected() throws IOException {
            try (ServerSocketChannel listener = ServerSocketChannel.open()) {
                listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel outer = SocketChannel.open(listener.getLocalAddress());
                return new Pair(new SocketStream(outer), new SocketStream(listener.accept()));
            }
        }
    }
}
