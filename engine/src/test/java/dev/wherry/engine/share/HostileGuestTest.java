// A guest that means ill gets at nothing but the share.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileGuestTest {

    private static final int NO_ATTRIBUTES = 0;

    @TempDir
    private Path folder;
    private Path secret;
    private ServedShare served;
    private RawClient guest;

    @BeforeEach
    void serve() throws IOException {
        Path host = Files.createDirectory(folder.resolve("host"));
        secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createDirectory(host.resolve("own"));
        Files.writeString(host.resolve("own/file"), "content");
        Files.createSymbolicLink(host.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(host.resolve("all"), Path.of("/"));
        Files.createSymbolicLink(host.resolve("direct"), secret);
        Files.createSymbolicLink(host.resolve("own/back"), Path.of(".."));
        served = ServedShare.of(host, false);
        guest = new RawClient(served.port());
    }

    @AfterEach
    void end() throws IOException {
        guest.close();
        served.close();
        for (String link : List.of("up", "all", "direct", "own/back")) {
            Files.deleteIfExists(folder.resolve("host").resolve(link));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../secret", "../secret", "/own/../../secret", "/up/secret", "/all/etc/passwd",
            "/own/back/up/secret",
            "/direct/x", "//../secret", "/./../secret", "/up/./secret", "/..", ".."})
    void noPathLeadsOut(String path) throws Exception {
        for (int request : new int[]{Sftp.LSTAT, Sftp.STAT, Sftp.OPENDIR, Sftp.READLINK, Sftp.REMOVE, Sftp.RMDIR}) {
            assertThat(guest.ask(request, path).type()).as("request %d", request).isEqualTo(Sftp.STATUS);
        }
        assertThat(guest.ask(Sftp.OPEN, path, Sftp.OPEN_READ, NO_ATTRIBUTES).type()).isEqualTo(Sftp.STATUS);
        assertThat(guest.ask(Sftp.OPEN, path, Sftp.OPEN_WRITE | Sftp.OPEN_CREATE, NO_ATTRIBUTES).type())
                .isEqualTo(Sftp.STATUS);
        assertThat(guest.ask(Sftp.MKDIR, path + "/new", NO_ATTRIBUTES).status()).isPositive();
        assertThat(guest.ask(Sftp.SETSTAT, path, Attributes.PERMISSIONS, 0777).status()).isPositive();
        assertThat(guest.ask(Sftp.RENAME, path, "/mine").status()).isPositive();
        assertThat(guest.ask(Sftp.RENAME, "/own/file", path).status()).isPositive();
        assertThat(guest.ask(Sftp.EXTENDED, Sftp.HARDLINK, path, "/mine").status()).isPositive();
        assertThat(secret).hasContent("secret");
        assertThat(folder).isDirectoryNotContaining(path2 -> path2.endsWith("new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/direct", "/up", "/all"})
    void aLinkAtTheEndOfAPathIsNotFollowed(String link) throws Exception {
        assertThat(guest.ask(Sftp.LSTAT, link).type()).isEqualTo(Sftp.ATTRS);
        assertThat(guest.ask(Sftp.OPEN, link, Sftp.OPEN_READ, NO_ATTRIBUTES).type()).isEqualTo(Sftp.STATUS);
        assertThat(guest.ask(Sftp.OPEN, link, Sftp.OPEN_WRITE | Sftp.OPEN_TRUNCATE, NO_ATTRIBUTES).type())
                .isEqualTo(Sftp.STATUS);
        assertThat(guest.ask(Sftp.OPENDIR, link).type()).isEqualTo(Sftp.STATUS);
        assertThat(guest.ask(Sftp.SETSTAT, link, Attributes.SIZE, 0L).status()).isPositive();
        assertThat(guest.ask(Sftp.SETSTAT, link, Attributes.PERMISSIONS, 0).status()).isPositive();
        assertThat(guest.ask(Sftp.EXTENDED, Sftp.HARDLINK, link, "/mine").status()).isPositive();
        assertThat(guest.ask(Sftp.SETSTAT, link, Attributes.TIMES, 7, 7).status()).isZero();
        assertThat(secret).hasContent("secret");
        assertThat(Files.getPosixFilePermissions(secret)).isNotEmpty();
        assertThat(Files.getLastModifiedTime(secret).toMillis()).isGreaterThan(7000);
    }

    @Test
    void theShareItselfStays() throws Exception {
        assertThat(guest.ask(Sftp.RMDIR, "/").status()).isPositive();
        assertThat(guest.ask(Sftp.RENAME, "/", "/own/mine").status()).isPositive();
        assertThat(guest.ask(Sftp.EXTENDED, Sftp.POSIX_RENAME, "/own", "/").status()).isPositive();
        assertThat(guest.ask(Sftp.LSTAT, "/own/file").type()).isEqualTo(Sftp.ATTRS);
    }

    @Test
    void handlesThatWereNeverGivenAreRefused() throws Exception {
        assertThat(guest.ask(Sftp.READ, "", 0L, 10).status()).isEqualTo(SftpStatus.BAD_MESSAGE.code());
        assertThat(guest.ask(Sftp.READ, "\0\0\0\7", 0L, 10).status()).isEqualTo(SftpStatus.BAD_MESSAGE.code());
        assertThat(guest.ask(Sftp.CLOSE, "\0\0\0\7").status()).isEqualTo(SftpStatus.BAD_MESSAGE.code());
        assertThat(guest.ask(Sftp.READDIR, "a long handle that is none").status())
                .isEqualTo(SftpStatus.BAD_MESSAGE.code());
    }

    @Test
    void requestsThatAreTooShortOrUnknownAreAnsweredAndTheNextIsServed() throws Exception {
        guest.ask(Sftp.LSTAT, "/");
        assertThat(guest.ask(Sftp.OPEN).status()).isEqualTo(SftpStatus.BAD_MESSAGE.code());
        assertThat(guest.ask(Sftp.LSTAT, 1000).status()).isEqualTo(SftpStatus.BAD_MESSAGE.code());
        assertThat(guest.ask(Sftp.LSTAT, -1).status()).isEqualTo(SftpStatus.BAD_MESSAGE.code());
        assertThat(guest.ask(99).status()).isEqualTo(SftpStatus.OP_UNSUPPORTED.code());
        assertThat(guest.ask(Sftp.EXTENDED, "x@y").status()).isEqualTo(SftpStatus.OP_UNSUPPORTED.code());
        assertThat(guest.ask(Sftp.LSTAT, "/na\0me").type()).isEqualTo(Sftp.STATUS);
        assertThat(guest.ask(Sftp.LSTAT, "/own/file").type()).isEqualTo(Sftp.ATTRS);
    }

    @Test
    void aPacketOfImpossibleLengthEndsTheConnection() throws Exception {
        assertThat(guest.endsAfter(new byte[]{0x7f, -1, -1, -1, 1, 2, 3})).isTrue();
    }
}
