// What the connection promises: the right guest or none, first contact while it boots, and a new session for a lost one.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.Relay;
import dev.wherry.engine.stream.SocketStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SshGuestConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final TestSshd SERVER = new TestSshd();

    @TempDir
    private Path home;

    @Test
    void aServerWithAnotherHostKeyIsRefusedAtOnce() throws Exception {
        GuestKeys others = GuestKeys.loadOrCreate(home);
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocketChannel door = loopback();
                SshGuest guest = TestSshd.guestAt(portOf(door), others)) {
            serve(door, client -> {
                connections.incrementAndGet();
                join(client);
            });
            assertThatThrownBy(() -> guest.connect(Duration.ofMinutes(5))).isInstanceOf(GuestIdentityException.class)
                    .hasMessageContaining("not this machine's guest").hasMessageContaining("SHA256:");
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void aGuestThatDoesNotKnowOurKeyIsNotTriedAgain() throws Exception {
        Files.writeString(home.resolve("host-key"), SERVER.keys().hostKeyFile());
        try (SshGuest guest = TestSshd.guestAt(SERVER.port(), GuestKeys.loadOrCreate(home))) {
            assertThatThrownBy(() -> guest.connect(Duration.ofMinutes(5))).isInstanceOf(GuestIdentityException.class)
                    .hasMessageContaining("does not accept this machine's key");
        }
    }

    @Test
    void aConnectionLostByAGuestThatIsHeldIsMadeAnewWhenItRunsOn() throws Exception {
        try (SshGuest guest = SERVER.connect()) {
            AtomicInteger connected = new AtomicInteger();
            guest.addListener(new GuestListener() {
                @Override
                public void onConnected() {
                    connected.incrementAndGet();
                }
            });
            guest.hold(true);
            guest.renew();
            await().until(() -> !guest.isConnected());
            await().during(Duration.ofMillis(500)).until(() -> connected.get() == 0);
            guest.hold(false);
            assertThat(run(guest, "echo here")).isEqualTo("here\n");
            assertThat(connected).hasValue(1);
        }
    }

    @Test
    void aPortThatClosesBeforeTheBannerIsTriedUntilTheGuestAnswers() throws Exception {
        try (ServerSocketChannel door = loopback()) {
            AtomicInteger connections = new AtomicInteger();
            serve(door, client -> {
                if (connections.incrementAndGet() <= 5) {
                    client.close();
                } else {
                    join(client);
                }
            });
            try (SshGuest guest = TestSshd.guestAt(portOf(door), SERVER.keys())) {
                guest.connect(SOON);
                assertThat(run(guest, "echo here")).isEqualTo("here\n");
                assertThat(connections).hasValue(6);
            }
        }
    }

    @Test
    void aPortThatNeverAnswersFailsAtTheDeadlineWithTheCause() throws Exception {
        try (ServerSocketChannel door = loopback();
                SshGuest guest = TestSshd.guestAt(portOf(door), SERVER.keys())) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> guest.connect(Duration.ofMillis(700)))
                    .isInstanceOf(GuestUnreachableException.class)
                    .hasMessageContaining("700 ms").hasCauseInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aKilledSessionEndsWhatItCarriedAndTheNextCallsUseANewOne() throws Exception {
        List<String> news = new CopyOnWriteArrayList<>();
        try (SshGuest guest = SERVER.connect()) {
            guest.addListener(new GuestListener() {
                @Override
                public void onConnected() {
                    news.add("connected");
                }

                @Override
                public void onDisconnected() {
                    news.add("disconnected");
                }
            });
            try (GuestProcess process = guest.start(GuestCommand.of("echo started; sleep 60"))) {
                assertThat(process.stdout().read()).isEqualTo('s');
                SERVER.killSessions();
                assertThatThrownBy(() -> process.waitFor(SOON)).hasMessageContaining("connection was lost");
                assertThatThrownBy(() -> process.stdout().readAllBytes()).isInstanceOf(IOException.class);
            }
            assertThat(run(guest, "echo again")).isEqualTo("again\n");
            await().untilAsserted(() -> assertThat(news).containsExactly("disconnected", "connected"));
        }
    }

    @Test
    void warmingUpLeavesNoThreadBehind() {
        SshGuest.warmUp(SERVER.keys());
        await().untilAsserted(() -> assertThat(sshThreads()).isEmpty());
    }

    @Test
    void callsOfAClosedGuestFailAtOnce() throws Exception {
        SshGuest guest = SERVER.connect();
        guest.close();
        assertThatThrownBy(() -> guest.openTcp("127.0.0.1", 1)).isInstanceOf(GuestUnreachableException.class)
                .hasMessageContaining("closed");
        guest.close();
    }

    @Test
    void threeThousandConnectionsLeaveNothingBehind() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        Path socket = folder.resolve("s");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket), 100);
            serve(listener, client -> {
                try (ByteStream far = new SocketStream(client)) {
                    far.input().transferTo(far.output());
                }
            });
            SshGuest guest = SERVER.connect();
            use(guest, socket);
            long descriptors = SERVER.descriptors();
            int threads = sshThreads().size();
            for (int i = 0; i < 3_000; i++) {
                use(guest, socket);
            }
            await().untilAsserted(() -> assertThat(guest.openChannels()).isZero());
            await().untilAsserted(() -> assertThat(SERVER.descriptors()).isLessThanOrEqualTo(descriptors));
            assertThat(sshThreads()).hasSizeLessThanOrEqualTo(threads);
            guest.close();
            await().untilAsserted(() -> assertThat(sshThreads()).isEmpty());
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(folder);
        }
    }

    private static void use(SshGuest guest, Path socket) throws IOException {
        try (ByteStream near = guest.openUnix(socket.toString())) {
            near.output().write(7);
            assertThat(near.input().read()).isEqualTo(7);
        }
    }

    private static void join(SocketChannel client) throws IOException {
        SocketChannel server = SocketChannel
                .open(new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVER.port()));
        new Relay(new SocketStream(client), new SocketStream(server)).run();
    }

    private static List<String> sshThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.contains("SshClient") || name.contains("SshServer")).toList();
    }

    private static String run(SshGuest guest, String line) throws Exception {
        try (GuestProcess process = guest.start(GuestCommand.of(line))) {
            assertThat(process.waitFor(SOON).code()).isZero();
            return new String(process.stdout().readAllBytes(), UTF_8);
        }
    }

    private static ServerSocketChannel loopback() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static int portOf(ServerSocketChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private interface Service {
        void serve(SocketChannel client) throws IOException;
    }

    private static void serve(ServerSocketChannel listener, Service service) {
        Thread.ofVirtual().start(() -> {
            while (listener.isOpen()) {
                try {
                    SocketChannel client = listener.accept();
                    Thread.ofVirtual().start(() -> {
                        try {
                            service.serve(client);
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });
                } catch (IOException e) {
                    return; // the test is over
                }
            }
        });
    }
}
