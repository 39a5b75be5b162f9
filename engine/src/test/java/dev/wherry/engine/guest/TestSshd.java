// A real OpenSSH server for tests, in place of the guest's.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.host.PrivateFiles;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs {@code sshd} of the package openssh-server on a loopback port, as the user of the test and set up like the guest's. */
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
public final class TestSshd implements BeforeAllCallback, AfterAllCallback {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    // Compiled into Debian's sshd; without it a server of root's refuses to start.
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private Path folder;
    private GuestKeys keys;
    private int port;
    private Process process;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroy();
        process.waitFor();
        sessions.forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    GuestKeys keys() {
        return keys;
    }

    int port() {
        return port;
    }

    /** A guest that is this server, connected. */
    public SshGuest connect() throws Exception {
        SshGuest guest = guestAt(port, keys);
        guest.connect(Duration.ofSeconds(10));
        return guest;
    }

    static SshGuest guestAt(int port, GuestKeys keys) {
        return new SshGuest(System.getProperty("user.name"), port, keys);
    }

    /** Kills the processes that serve connections, not the one that listens. */
    void killSessions() {
        List<ProcessHandle> sessions = process.children().toList();
        assertThat(sessions).isNotEmpty();
        sessions.forEach(ProcessHandle::destroyForcibly);
    }

    /** Open file descriptors of all its processes. */
    long descriptors() throws IOException {
        long count = 0;
        for (ProcessHandle session : process.descendants().toList()) {
            try (Stream<Path> open = Files.list(Path.of("/proc/" + session.pid() + "/fd"))) {
                count += open.count();
            } catch (NoSuchFileException e) {
                // It has ended meanwhile.
            }
        }
        return count;
    }

    private void start() throws Exception {
        assertThat(PROGRAM).as("these tests need sshd: install the package openssh-server").exists();
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        keys = GuestKeys.loadOrCreate(folder.resolve("keys"));
        Path hostKey = folder.resolve("host");
        PrivateFiles.write(hostKey, keys.hostKeyFile().getBytes(US_ASCII));
        Path authorized = Files.writeString(folder.resolve("authorized"), keys.authorizedKey() + "\n");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // A bash that believes to be within another leaves the user's .bashrc alone, which may do anything.
        Path config = Files.writeString(folder.resolve("config"), """
                ListenAddress 127.0.0.1:%d
                HostKey %s
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                PidFile none
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                MaxSessions 1000
                MaxStartups 1000
                AcceptEnv WHERRY_*
                SetEnv SHLVL=2
                LogLevel FATAL
                """.formatted(port, hostKey, authorized));
        process = new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", config.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            }
        });
    }
}
