// A command that is to run as long as the host is there, under a real OpenSSH server.
package dev.wherry.engine.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StandingCommandTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private static final TestSshd SSHD = new TestSshd();

    @TempDir
    private Path folder;

    // Each has a mark of its own: what is undone late must not undo what came after.
    private GuestCommand command() {
        String mark = folder.resolve("mark") + ".$$";
        return GuestCommand.of("trap '' HUP; echo >" + mark + " && echo ready && cat >/dev/null; rm " + mark);
    }

    private long marks() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void itRunsUntilItIsClosedAndThenUndoesWhatItDid() throws Exception {
        try (SshGuest guest = SSHD.connect()) {
            StandingCommand command = new StandingCommand("test", guest, command());
            command.awaitReady(SOON);
            assertThat(command.isReady()).isTrue();
            assertThat(marks()).isEqualTo(1);
            command.close();
            await().atMost(SOON).until(() -> marks() == 0);
        }
    }

    @Test
    void itIsThereAgainAfterALostConnectionAndUndoneWhenTheHostIsNoMore() throws Exception {
        SshGuest guest = SSHD.connect();
        StandingCommand command = new StandingCommand("test", guest, command());
        command.awaitReady(SOON);
        SSHD.killSessions();
        await().atMost(SOON).until(() -> !command.isReady());
        await().atMost(SOON).until(command::isReady);
        await().atMost(SOON).until(() -> marks() == 1);
        guest.close(); // as if this process had been killed: nobody tells the command
        await().atMost(SOON).until(() -> marks() == 0);
        command.close();
    }

    @Test
    void itAnswersWhatItIsTold() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (SshGuest guest = SSHD.connect();
                StandingCommand command = new StandingCommand("test", guest,
                        GuestCommand.of("echo ready; while read -r line; do echo \"heard $line\"; done"), lines::add)) {
            command.awaitReady(SOON);
            command.say("one");
            command.say("two");
            await().atMost(SOON).untilAsserted(() -> assertThat(lines).containsExactly("heard one", "heard two"));
        }
    }

    @Test
    void whyItDoesNotRunIsKnown() throws Exception {
        try (SshGuest guest = SSHD.connect();
                StandingCommand command = new StandingCommand("test", guest,
                        GuestCommand.of("echo it cannot be >&2; exit 3"))) {
            command.awaitReady(SOON);
            assertThat(command.isReady()).isFalse();
            assertThat(command.problem()).contains("it cannot be");
        }
    }
}
