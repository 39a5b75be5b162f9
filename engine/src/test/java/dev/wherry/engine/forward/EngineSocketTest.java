// The engine socket: what it may replace, what it must leave alone, and what goes through it.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Random;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

class EngineSocketTest {

    /** A socket's path must stay short. */
    static class ShortFolder implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory(Path.of("/tmp"), "w");
        }
    }

    @TempDir(factory = ShortFolder.class, cleanup = CleanupMode.ALWAYS)
    Path folder;
    private Path path;
    private FakeGuest guest;

    @BeforeEach
    void startGuest() throws IOException {
        path = folder.resolve("run/docker.sock");
        guest = new FakeGuest();
    }

    @AfterEach
    void stopGuest() throws IOException {
        guest.close();
    }

    @Test
    void joinsEachConnectionToOneOfTheEnginesWithHalfClose() throws IOException {
        byte[] answer = new byte[1_000_000];
        new Random(4).nextBytes(answer);
        engine(connection -> {
            assertThat(connection.input().readAllBytes()).asString(UTF_8).isEqualTo("attach");
            connection.output().write(answer);
        });
        try (EngineSocket socket = EngineSocket.serve(path, caller -> guest); ByteStream client = connect()) {
            client.output().write("attach".getBytes(UTF_8));
            client.shutdownOutput();
            assertThat(client.input().readAllBytes()).isEqualTo(answer);
            await().untilAsserted(() -> assertThat(socket.traffic()).isEqualTo(new Traffic(0, 1, 6, answer.length)));
        }
    }

    @Test
    void onlyTheUserCanOpenIt() throws IOException {
        try (EngineSocket socket = EngineSocket.serve(path, caller -> guest)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.path())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void replacesASocketThatACrashHasLeft() throws IOException {
        Files.createDirectory(folder.resolve("run"));
        bindElsewhere().close(); // Java leaves the file
        assertThat(path).exists();
        engine(FakeGuest.ECHO);
        try (EngineSocket _ = EngineSocket.serve(path, caller -> guest); ByteStream client = connect()) {
            client.output().write(7);
            assertThat(client.input().read()).isEqualTo(7);
        }
    }

    @Test
    void aConnectionPassesTheGateFirst() throws IOException {
        engine(FakeGuest.ECHO);
        Gate gate = caller -> {
            guest.dialled.add("gate");
            return guest;
        };
        try (EngineSocket _ = EngineSocket.serve(path, gate); ByteStream client = connect()) {
            client.output().write(7);
            assertThat(client.input().read()).isEqualTo(7);
            assertThat(guest.dialled).containsExactly("gate", EngineSocket.IN_GUEST);
        }
    }

    @Test
    void whoOnlyListensToEventsIsNoClientAtWork() throws IOException {
        engine(FakeGuest.ECHO);
        try (EngineSocket socket = EngineSocket.serve(path, caller -> guest);
                ByteStream listening = connect();
                ByteStream alsoListening = connect();
                ByteStream working = connect()) {
            await().until(() -> socket.clients() == 3);
            say(listening, "GET /events?filters=%7B%7D HTTP/1.1\r\n");
            say(alsoListening, "HEAD /_ping HTTP/1.1\r\nHost: api.moby.localhost\r\nUser-Agent: Docker-Client\r\n\r\n");
            say(alsoListening, "GET /v1.47/events HTTP/1.1\r\n");
            say(working, "HEAD /_ping HTTP/1.1\r\n\r\n");
            say(working, "GET /v1.47/containers/json HTTP/1.1\r\nReferer: GET /events \r\n");
            await().until(() -> socket.clients() == 1);
            assertThat(socket.traffic().open()).isEqualTo(3);
        }
    }

    private static void say(ByteStream to, String request) throws IOException {
        to.output().write(request.getBytes(US_ASCII));
        to.output().flush();
        assertThat(to.input().readNBytes(request.length())).asString(US_ASCII).isEqualTo(request);
    }

    @Test
    void leavesASocketAloneThatSomebodyServes() throws IOException {
        Files.createDirectory(folder.resolve("run"));
        try (ServerSocketChannel other = bindElsewhere()) {
            assertThatExceptionOfType(FileAlreadyExistsException.class)
                    .isThrownBy(() -> EngineSocket.serve(path, caller -> guest))
                    .withMessageContainingAll(path.toString(), "another program serves");
            connect().close();
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void leavesASocketAloneWhoseOwnerIsTooBusyToAnswer() throws IOException {
        Files.createDirectory(folder.resolve("run"));
        try (ServerSocketChannel busy = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            busy.bind(UnixDomainSocketAddress.of(path), 1);
            try (ByteStream _ = connect(); ByteStream _ = connect()) { // its backlog is full now
                assertThatExceptionOfType(FileAlreadyExistsException.class)
                        .isThrownBy(() -> EngineSocket.serve(path, caller -> guest));
            }
        }
    }

    @Test
    void neverDeletesAnythingElseInItsPlace() throws IOException {
        Files.createDirectories(path);
        refused();
        assertThat(path).isDirectory();
        Files.delete(path);

        Files.writeString(path, "precious");
        refused();
        assertThat(path).content().isEqualTo("precious");
        Files.delete(path);

        Files.createSymbolicLink(path, folder.resolve("nowhere"));
        refused();
        assertThat(Files.isSymbolicLink(path)).isTrue();
    }

    @Test
    void leavesAFileAloneThatHasTakenItsPlace() throws IOException {
        EngineSocket socket = EngineSocket.serve(path, caller -> guest);
        Files.delete(path);
        try (ServerSocketChannel other = bindElsewhere()) {
            socket.close();
            assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
            connect().close();
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void namesThePathWhenItIsTooLongForASocket() {
        Path tooLong = folder.resolve("x".repeat(120));
        assertThatIOException().isThrownBy(() -> EngineSocket.serve(tooLong, caller -> guest))
                .withMessageContainingAll(tooLong.toString(), "too long");
    }

    @Test
    void answersInTheEnginesMannerWhileTheGuestIsOutOfReach() throws IOException {
        guest.lose();
        try (EngineSocket socket = EngineSocket.serve(path, caller -> guest)) {
            EngineClient client = new EngineClient(this::connect, Duration.ofSeconds(5));
            assertThatExceptionOfType(EngineException.class).isThrownBy(() -> client.containers(false))
                    .satisfies(refusal -> {
                        assertThat(refusal.status()).isEqualTo(503);
                        assertThat(refusal.engineMessage()).isEqualTo(
                                "Wherry cannot reach the engine in its VM: /run/docker.sock: no \"session\" to the guest");
                    });
            await().until(() -> socket.traffic().open() == 0);
        }
    }

    @Test
    void aLostSessionEndsItsConnectionsAndTheNextOnesWork() throws IOException {
        engine(FakeGuest.ECHO);
        try (EngineSocket socket = EngineSocket.serve(path, caller -> guest)) {
            try (ByteStream client = connect()) {
                client.output().write(1);
                assertThat(client.input().read()).isEqualTo(1);
                guest.lose();
                assertThat(client.input().read()).isEqualTo(-1);
            }
            await().until(() -> socket.traffic().open() == 0);
            guest.found();
            try (ByteStream client = connect()) {
                client.output().write(2);
                assertThat(client.input().read()).isEqualTo(2);
            }
        }
    }

    @Test
    void aClientThatLeavesEndsTheEnginesSideToo() throws IOException {
        engine(FakeGuest.ECHO);
        try (EngineSocket socket = EngineSocket.serve(path, caller -> guest)) {
            try (ByteStream client = connect()) {
                client.output().write(1);
                assertThat(client.input().read()).isEqualTo(1);
            }
            await().until(() -> socket.traffic().open() == 0 && guest.open() == 0);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closingEndsWhatIsOpenAndLeavesNothingBehind() throws IOException {
        engine(FakeGuest.ECHO);
        long before = OpenFiles.sockets();
        EngineSocket socket = EngineSocket.serve(path, caller -> guest);
        try (ByteStream client = connect()) {
            client.output().write(1);
            assertThat(client.input().read()).isEqualTo(1);
            socket.close();
            assertThat(client.input().read()).isEqualTo(-1);
        }
        await().untilAsserted(() -> assertThat(OpenFiles.sockets()).isEqualTo(before));
        assertThat(path).doesNotExist();
    }

    private void engine(FakeGuest.Service service) throws IOException {
        guest.serveUnix(EngineSocket.IN_GUEST, folder.resolve("guest.sock"), service);
    }

    private void refused() {
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> EngineSocket.serve(path, caller -> guest))
                .withMessageContainingAll(path.toString(), "not a socket");
    }

    private ServerSocketChannel bindElsewhere() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    }

    private ByteStream connect() throws IOException {
        return new SocketStream(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }
}
