// What connections into the guest promise, over unix sockets and TCP alike.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@SuppressWarnings("NullAway.Init")
class SshGuestStreamTest {

    @RegisterExtension
    static final TestSshd SERVER = new TestSshd();
    private static SshGuest guest;

    private Path folder;
    private Listener listener;

    enum Kind {
        UNIX,
        TCP
    }

    @BeforeAll
    static void connect() throws Exception {
        guest = SERVER.connect();
    }

    @AfterAll
    static void close() {
        guest.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "w");
    }

    @AfterEach
    void clean() throws IOException {
        if (listener != null) {
            listener.channel.close();
        }
        Files.deleteIfExists(folder.resolve("s"));
        Files.delete(folder);
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatEndsItsSideStillGetsTheAnswer(Kind kind) throws Exception {
        listener = listen(kind);
        try (ByteStream near = listener.open(); ByteStream far = listener.accept()) {
            near.output().write("question".getBytes(UTF_8));
            near.shutdownOutput();
            assertThat(far.input().readAllBytes()).asString().isEqualTo("question");
            far.output().write("answer".getBytes(UTF_8));
            far.shutdownOutput();
            assertThat(near.input().readAllBytes()).asString().isEqualTo("answer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatEndsItsSideIsHeardAtOnceAndStillGetsTheRest(Kind kind) throws Exception {
        listener = listen(kind);
        try (ByteStream near = listener.open(); ByteStream far = listener.accept()) {
            far.shutdownOutput();
            assertThat(near.input().read()).isEqualTo(-1);
            near.output().write("late".getBytes(UTF_8));
            near.shutdownOutput();
            assertThat(far.input().readAllBytes()).asString().isEqualTo("late");
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingOneEndClosesTheOther(Kind kind) throws Exception {
        listener = listen(kind);
        ByteStream near = listener.open();
        try (ByteStream far = listener.accept()) {
            near.close();
            assertThat(far.input().read()).isEqualTo(-1);
        }
        try (ByteStream other = listener.open()) {
            listener.accept().close();
            assertThat(other.input().read()).isEqualTo(-1);
        }
    }

    @Test
    void closingFreesABlockedReaderAndABlockedWriter() throws Exception {
        listener = listen(Kind.UNIX);
        ByteStream near = listener.open();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                ByteStream far = listener.accept()) {
            Future<?> reader = threads.submit(() -> near.input().read());
            Future<?> writer = threads.submit(() -> {
                while (true) {
                    near.output().write(new byte[100_000]); // nobody reads at the far end
                }
            });
            assertThat(far.input().read()).isZero();
            near.close();
            assertThatThrownBy(reader::get).hasCauseInstanceOf(IOException.class);
            assertThatThrownBy(writer::get).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aRefusalNamesTheTargetAndTheCause() throws Exception {
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> guest.openUnix(nothing.toString())).isInstanceOf(GuestRefusedException.class)
                .hasMessageContaining(nothing.toString()).hasMessageContaining("nobody listens");
        listener = listen(Kind.TCP);
        int port = ((InetSocketAddress) listener.channel.getLocalAddress()).getPort();
        listener.channel.close();
        assertThatThrownBy(() -> guest.openTcp("127.0.0.1", port)).isInstanceOf(GuestRefusedException.class)
                .hasMessageContaining("127.0.0.1:" + port).hasMessageContaining("Connection refused");
    }

    @ParameterizedTest
    @EnumSource
    void fiftyConnectionsAtOnceCarryEveryByteBothWays(Kind kind) throws Exception {
        listener = listen(kind);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    ByteStream far = listener.accept();
                    var _ = threads.submit(() -> echo(far));
                }
                return null;
            });
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int seed = i;
                results.add(threads.submit(() -> echoes(seed)));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void aReaderThatSleepsHoldsUpNobodyElse() throws Exception {
        listener = listen(Kind.UNIX);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                ByteStream slow = listener.open();
                ByteStream slowFar = listener.accept()) {
            byte[] much = new byte[20_000_000];
            Future<?> flood = threads.submit(() -> {
                slowFar.output().write(much);
                slowFar.shutdownOutput();
                return null;
            });
            try (ByteStream quick = listener.open(); ByteStream quickFar = listener.accept()) {
                var _ = threads.submit(() -> echo(quickFar));
                quick.output().write("ping".getBytes(UTF_8));
                quick.shutdownOutput();
                assertThat(quick.input().readAllBytes()).asString().isEqualTo("ping");
            }
            assertThat(flood.isDone()).isFalse(); // the slow connection was full all the while
            assertThat(slow.input().readAllBytes()).hasSize(much.length);
        }
    }

    private boolean echoes(int seed) throws Exception {
        byte[] sent = new byte[1_000_000];
        new Random(seed).nextBytes(sent);
        try (ByteStream near = listener.open()) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    near.output().write(sent);
                    near.shutdownOutput();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            byte[] received = near.input().readAllBytes();
            writer.join();
            return Arrays.equals(sent, received);
        }
    }

    private static Void echo(ByteStream far) throws IOException {
        try (far) {
            far.input().transferTo(far.output());
            far.shutdownOutput();
        }
        return null;
    }

    private Listener listen(Kind kind) throws IOException {
        if (kind == Kind.UNIX) {
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(folder.resolve("s")), 100);
            return new Listener(channel, () -> guest.openUnix(folder.resolve("s").toString()));
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        SocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        int port = ((InetSocketAddress) channel.bind(loopback, 100).getLocalAddress()).getPort();
        return new Listener(channel, () -> guest.openTcp("127.0.0.1", port));
    }

    /** Something in the guest that listens, and how to get to it. */
    private record Listener(ServerSocketChannel channel, Callable<ByteStream> opener) {
        ByteStream open() throws Exception {
            return opener.call();
        }

        ByteStream accept() throws IOException {
            return new SocketStream(channel.accept());
        }
    }
}
