// Who gets to a share, and what becomes of its mount when the server goes and another one comes.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ShareServerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @TempDir
    private Path folder;
    private Path host;
    private Share share;
    private ShareServer server;
    private final AtomicInteger left = new AtomicInteger();

    @BeforeEach
    void serve() throws IOException {
        host = Files.createDirectory(folder.resolve("host"));
        Files.writeString(host.resolve("file"), "content");
        share = Share.of(host, false, "test");
        server = serverOn(0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ShareServer serverOn(int port) throws IOException {
        ShareServer started = new ShareServer(new ShareNotes(), port);
        started.add(TOKEN, share, left::incrementAndGet);
        return started;
    }

    @Test
    void whoKnowsTheTokenUsesTheShare() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            assertThat(client.ask(Sftp.LSTAT, "/" + TOKEN + "/file").type()).isEqualTo(Sftp.ATTRS);
            assertThat(client.ask(Sftp.LSTAT, "/" + TOKEN).type()).isEqualTo(Sftp.ATTRS);
        }
    }

    @Test
    void whoDoesNotIsHungUpOn() throws Exception {
        server.add(OTHER, share, () -> {
        });
        for (String path : new String[]{"/", "", "/file", "/" + TOKEN.substring(1), "/../" + TOKEN}) {
            try (RawClient client = new RawClient(server.port())) {
                assertThatThrownBy(() -> client.ask(Sftp.LSTAT, path)).as(path)
                        .isInstanceOfAny(EOFException.class, SocketException.class);
            }
        }
    }

    @Test
    void aTokenOpensNoOtherShare() throws Exception {
        Path secret = Files.createDirectory(folder.resolve("secret"));
        server.add(OTHER, Share.of(secret, false, "test"), () -> {
        });
        try (RawClient client = new RawClient(server.port())) {
            client.ask(Sftp.LSTAT, "/" + TOKEN + "/file");
            assertThat(client.ask(Sftp.LSTAT, "/" + OTHER).status()).isEqualTo(SftpStatus.PERMISSION_DENIED.code());
            assertThat(client.ask(Sftp.LSTAT, "/" + TOKEN + "/../" + OTHER).status())
                    .isEqualTo(SftpStatus.PERMISSION_DENIED.code());
        }
    }

    @Test
    void theFirstRequestMayBeAnExtension() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            assertThat(client.ask(Sftp.EXTENDED, Sftp.STATVFS, "/" + TOKEN + "/").type())
                    .isEqualTo(Sftp.EXTENDED_REPLY);
        }
    }

    @Test
    void theLastOneToLeaveIsTold() throws Exception {
        RawClient one = new RawClient(server.port());
        RawClient two = new RawClient(server.port());
        one.ask(Sftp.LSTAT, "/" + TOKEN);
        two.ask(Sftp.LSTAT, "/" + TOKEN);
        one.close();
        two.close();
        await().atMost(SOON).untilAsserted(() -> assertThat(left).hasValue(1));
    }

    @Test
    void aShareThatIsTakenAwayEndsItsConnections() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.ask(Sftp.LSTAT, "/" + TOKEN);
            server.remove(TOKEN);
            assertThatThrownBy(() -> client.ask(Sftp.LSTAT, "/" + TOKEN))
                    .isInstanceOfAny(EOFException.class, SocketException.class);
        }
    }

    @Test
    @EnabledIf("dev.wherry.engine.share.MountedShare#isPossible")
    void aMountOutlivesItsServerAndIsServedByTheNextOne() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        int port = server.port();
        try (MountedShare _ = MountedShare.of(server, TOKEN, there)) {
            FileChannel open = FileChannel.open(there.resolve("file"));
            server.close();
            Files.writeString(host.resolve("file"), "other content");
            assertThatThrownBy(() -> Files.readString(there.resolve("none")))
                    .hasMessageContaining("Input/output error");
            server = serverOn(port);
            await().ignoreExceptions().atMost(SOON)
                    .untilAsserted(() -> assertThat(there.resolve("file")).hasContent("other content"));
            // What was open before is lost, and says so.
            assertThatThrownBy(open::close).hasMessageContaining("Input/output error");
        }
    }

    @Test
    void theKeyIsTheSameForTheNextAgentAndNobodyElse() throws Exception {
        Path file = folder.resolve("keys/key");
        Files.createDirectories(file.getParent());
        String token = ShareKey.in(file).token(share);
        assertThat(token).hasSize(32).isEqualTo(ShareKey.in(file).token(share));
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(ShareKey.in(file).token(Share.of(host, true, "test"))).isNotEqualTo(token);
        assertThat(ShareKey.in(folder.resolve("keys/other")).token(share)).isNotEqualTo(token);
    }
}
