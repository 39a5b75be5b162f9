// The host's SSH agent, a real one, for a real ssh-add behind a real OpenSSH server.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import dev.wherry.engine.host.TestSshAgent;
import dev.wherry.engine.host.UnixSshAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AgentForwardTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private static final TestSshd SSHD = new TestSshd();

    @Test
    void aProgramInTheGuestSeesAndUsesTheKeysOfTheHostsAgent(@TempDir Path folder) throws Exception {
        try (TestSshAgent agent = TestSshAgent.start(folder); SshGuest guest = SSHD.connect()) {
            guest.lend(new UnixSshAgent(agent.socket().toString()));
            assertThat(said(guest, "ssh-add -l && ssh-add -T " + folder + "/key.pub && ssh-add -l"))
                    .containsSubsequence(agent.fingerprint(), agent.fingerprint());
            assertThat(said(guest, "for i in 1 2 3 4 5 6 7 8; do ssh-add -l & done; wait").lines())
                    .hasSize(8).allMatch(line -> line.contains(agent.fingerprint()));
        }
    }

    @Test
    void withoutAnAgentOnTheHostOrOnceItIsNoLongerLentAProgramHearsSoAndTheConnectionGoesOn(@TempDir Path folder)
            throws Exception {
        try (TestSshAgent agent = TestSshAgent.start(folder); SshGuest guest = SSHD.connect()) {
            for (String socket : new @Nullable String[]{null, folder.resolve("none").toString()}) {
                guest.lend(new UnixSshAgent(socket));
                assertThat(said(guest, "ssh-add -l 2>&1; true")).doesNotContain(agent.fingerprint()).isNotBlank();
            }
            guest.lend(new UnixSshAgent(agent.socket().toString()));
            assertThat(said(guest, "ssh-add -l")).contains(agent.fingerprint());
            guest.lend(null);
            assertThat(said(guest, "ssh-add -l 2>&1; true")).doesNotContain(agent.fingerprint()).isNotBlank();
            assertThat(GuestCommands.run(guest, "echo still here", SOON)).isEqualTo("still here");
        }
    }

    private static String said(SshGuest guest, String line) throws IOException, InterruptedException {
        try (GuestProcess process = guest.startWithAgent(GuestCommand.of(line))) {
            String out = new String(process.stdout().readAllBytes(), UTF_8);
            assertThat(process.waitFor(SOON).code()).as(out).isZero();
            return out;
        }
    }
}
