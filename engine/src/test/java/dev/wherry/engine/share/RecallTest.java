// The other side of a share may remember for long what it was told, and yet knows what the host has changed: through the real sshfs and sshd.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.guest.TestSshd;
import dev.wherry.engine.stream.ByteStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.wherry.engine.share.MountedShare#isPossible")
class RecallTest {

    @RegisterExtension
    static final TestSshd SSHD = new TestSshd();

    /** Shorter than the kernel remembers. */
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;
    private Path host;
    private Path there;
    private final ShareNotes notes = new ShareNotes();
    private final Queue<String> commands = new ConcurrentLinkedQueue<>();
    private MountedShare mounted;
    private SshGuest guest;
    private Recall recall;

    @BeforeEach
    void mount() throws Exception {
        host = Files.createDirectory(folder.resolve("host's"));
        there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(Files.createDirectory(host.resolve("src")).resolve("file"), "one");
        mounted = new MountedShare(new Share(host, there.toString(), false, "test"), notes);
        guest = SSHD.connect();
        recall = new Recall(new Listening(guest, commands), notes);
    }

    @AfterEach
    void end() throws IOException {
        recall.close();
        guest.close();
        mounted.close();
    }

    @Test
    void whatTheHostChangedIsKnownByWhoeverComesNext() throws Exception {
        for (String content : new String[]{"longer", "", "longest of all"}) {
            assertThat(Files.size(there.resolve("src/file"))).isNotEqualTo(content.length());
            Files.writeString(host.resolve("src/file"), content);
            recall.catchUp(PATIENCE);
            assertThat(Files.size(there.resolve("src/file"))).isEqualTo(content.length());
            assertThat(there.resolve("src/file")).hasContent(content);
        }
    }

    @Test
    void otherContentOfTheSameSizeAndSecondIsReadToo() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00.1Z"));
        Files.setLastModifiedTime(host.resolve("src/file"), time);
        assertThat(there.resolve("src/file")).hasContent("one");
        Files.writeString(host.resolve("src/file"), "two");
        Files.setLastModifiedTime(host.resolve("src/file"), time);
        recall.catchUp(PATIENCE);
        assertThat(there.resolve("src/file")).hasContent("two");
    }

    @Test
    void whatTheHostChangesIsKnownSoonAlsoWhereNobodyComes() throws Exception {
        assertThat(Files.size(there.resolve("src/file"))).isEqualTo(3);
        Files.writeString(host.resolve("src/file"), "longer");
        await().atMost(SOON).until(() -> Files.size(there.resolve("src/file")) == 6);
    }

    @Test
    void whatIsGoneIsGone() throws Exception {
        assertThat(there.resolve("src/file")).exists();
        Files.delete(host.resolve("src/file"));
        recall.catchUp(PATIENCE);
        assertThat(there.resolve("src/file")).doesNotExist();
        assertThat(there.resolve("src")).isEmptyDirectory();
        Files.delete(host.resolve("src"));
        recall.catchUp(PATIENCE);
        assertThat(there.resolve("src")).doesNotExist();
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void whatIsNewIsThere() throws Exception {
        assertThat(there.resolve("src").toFile().list()).containsExactly("file");
        assertThat(there.resolve("src/new")).doesNotExist();
        Files.writeString(host.resolve("src/new"), "new");
        recall.catchUp(PATIENCE);
        assertThat(there.resolve("src").toFile().list()).containsExactlyInAnyOrder("file", "new");
        assertThat(there.resolve("src/new")).hasContent("new");
    }

    @Test
    void whatIsNewIsThereSoonForSomebodyWhoWaitsForIt() throws Exception {
        assertThat(there.resolve("src/new/file")).doesNotExist();
        Files.writeString(Files.createDirectory(host.resolve("src/new")).resolve("file"), "new");
        await().atMost(SOON).until(() -> Files.exists(there.resolve("src/new/file")));
    }

    @Test
    void whatHasBecomeSomethingElseIsWhatItHasBecome() throws Exception {
        Files.createSymbolicLink(host.resolve("link"), Path.of("src"));
        assertThat(there.resolve("src")).isDirectory();
        assertThat(there.resolve("link/file")).hasContent("one");
        Files.move(host.resolve("src"), host.resolve("other"));
        Files.writeString(host.resolve("src"), "a file");
        Files.delete(host.resolve("link"));
        Files.createSymbolicLink(host.resolve("link"), Path.of("other"));
        recall.catchUp(PATIENCE);
        await().atMost(SOON).ignoreExceptions()
                .untilAsserted(() -> assertThat(there.resolve("src")).hasContent("a file"));
        assertThat(Files.readSymbolicLink(there.resolve("link"))).isEqualTo(Path.of("other"));
        assertThat(there.resolve("link/file")).hasContent("one");
    }

    @Test
    void whatTheOtherSideDoesItselfIsNoReasonToDoAnything() throws Exception {
        recall.close(); // which would look in between
        assertThat(there.resolve("src/file")).hasContent("one");
        Files.writeString(there.resolve("src/file"), "written there");
        Files.createDirectories(there.resolve("a/b"));
        Files.writeString(there.resolve("a/b/file"), "new");
        Files.move(there.resolve("a"), there.resolve("c"));
        Files.createLink(there.resolve("hard"), there.resolve("src/file"));
        Files.setLastModifiedTime(there.resolve("c/b/file"), FileTime.fromMillis(0));
        for (Path each : new Path[]{there, there.resolve("src/file"), there.resolve("c/b/file")}) {
            assertThat(each).exists();
        }
        recall = new Recall(new Listening(guest, commands), notes);
        recall.catchUp(PATIENCE);
        assertThat(notes.leases().current()).extracting(Lease::path).containsExactlyInAnyOrder(host,
                host.resolve("src"), host.resolve("src/file"), host.resolve("c"), host.resolve("c/b"),
                host.resolve("c/b/file"), host.resolve("hard"));
        assertThat(commands).isEmpty();
    }

    @Test
    void whatWasRenamedThereIsLookedAfterByItsNewName() throws Exception {
        Files.writeString(there.resolve("src/file~"), "saved there");
        Files.move(there.resolve("src/file~"), there.resolve("src/file"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(there.resolve("src"), there.resolve("new src"));
        assertThat(Files.size(there.resolve("new src/file"))).isEqualTo(11);
        Files.writeString(host.resolve("new src/file"), "changed");
        recall.catchUp(PATIENCE);
        assertThat(Files.size(there.resolve("new src/file"))).isEqualTo(7);
    }

    @Test
    void whatWasWrittenThereByOneNameIsKnownByTheOther() throws Exception {
        Files.createLink(there.resolve("other"), there.resolve("src/file"));
        assertThat(Files.size(there.resolve("src/file"))).isEqualTo(3);
        Files.writeString(there.resolve("other"), "longer");
        recall.catchUp(PATIENCE);
        assertThat(Files.size(there.resolve("src/file"))).isEqualTo(6);
    }

    @Test
    void aThousandChangesAtOnceAreAllKnown() throws Exception {
        for (int i = 0; i < 1000; i++) {
            Files.writeString(host.resolve("src/file" + i), "one");
        }
        assertThat(sizes()).isEqualTo(3 * 1001);
        for (int i = 0; i < 1000; i++) {
            Files.writeString(host.resolve("src/file" + i), "three");
        }
        recall.catchUp(PATIENCE);
        assertThat(sizes()).isEqualTo(5 * 1000 + 3);
    }

    @Test
    void whereTooMuchIsRememberedEverythingIsForgotten() throws Exception {
        SharedTop top = new SharedTop(Share.of(host, false, "test"), host);
        for (int i = 0; i <= Leases.MOST; i++) {
            notes.leases().grant(host.resolve("none" + i), top, HostFiles.of(host), Lease.NONE);
        }
        recall.catchUp(PATIENCE);
        assertThat(commands).containsOnlyOnce("/usr/lib/wherry/share forget");
    }

    @Test
    void whatCanOnlyBeReadIsNotRemembered() throws Exception {
        ShareNotes others = new ShareNotes();
        Path place = Files.createDirectory(folder.resolve("readonly"));
        try (MountedShare _ = new MountedShare(new Share(host, place.toString(), true, "test"), others)) {
            assertThat(place.resolve("src/file")).hasContent("one");
            assertThat(others.leases().current()).isEmpty();
        }
    }

    private long sizes() throws IOException {
        long sum = 0;
        for (String name : there.resolve("src").toFile().list()) {
            sum += Files.size(there.resolve("src").resolve(name));
        }
        return sum;
    }

    /** Notes the commands that are run. */
    private record Listening(Guest guest, Queue<String> commands) implements Guest {

        @Override
        public ByteStream openUnix(String path) throws IOException {
            return guest.openUnix(path);
        }

        @Override
        public ByteStream openTcp(String host, int port) throws IOException {
            return guest.openTcp(host, port);
        }

        @Override
        public GuestProcess start(GuestCommand command) throws IOException {
            commands.add(command.line());
            return guest.start(command);
        }
    }
}
