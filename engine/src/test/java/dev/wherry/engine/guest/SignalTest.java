// Signals on their way to the guest. A server of the SSH library's takes them here: OpenSSH before 9.8 refuses signals for
// root, and tests may run where such a one is installed.
package dev.wherry.engine.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalTest {

    @TempDir
    private Path folder;

    @Test
    void aSignalReachesTheCommandAndClosingHangsItUp() throws Exception {
        GuestKeys keys = GuestKeys.loadOrCreate(folder);
        BlockingQueue<String> signals = new LinkedBlockingQueue<>();
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(keys.host()));
            server.setPublickeyAuthenticator((user, key, session) -> true);
            server.setCommandFactory((channel, line) -> new SignalRecorder(signals));
            server.start();
            try (SshGuest guest = TestSshd.guestAt(server.getPort(), keys)) {
                guest.connect(Duration.ofSeconds(10));
                GuestProcess process = guest.start(GuestCommand.of("record"));
                process.signal("INT");
                assertThat(signals.poll(10, TimeUnit.SECONDS)).isEqualTo("INT");
                process.close();
                assertThat(signals.poll(10, TimeUnit.SECONDS)).isEqualTo("HUP");
                assertThat(signals.poll(10, TimeUnit.SECONDS)).isEqualTo("destroyed");
            }
        }
    }

    private record SignalRecorder(BlockingQueue<String> signals) implements Command {
        @Override
        public void start(ChannelSession channel, Environment environment) {
            environment.addSignalListener((at, signal) -> signals.add(signal.name()));
        }

        @Override
        public void destroy(ChannelSession channel) {
            signals.add("destroyed");
        }

        @Override
        public void setInputStream(InputStream in) {
            // This command reads nothing.
        }

        @Override
        public void setOutputStream(OutputStream out) {
            // This command says nothing.
        }

        @Override
        public void setErrorStream(OutputStream err) {
            // This command says nothing.
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            // This command ends when it is destroyed.
        }
    }
}
