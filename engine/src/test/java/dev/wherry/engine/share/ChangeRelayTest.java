// Programs on the other side of a share hear of what the host changes: through the real sshfs, inotify and sshd.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.guest.TestSshd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.wherry.engine.share.MountedShare#isPossible")
class ChangeRelayTest {

    @RegisterExtension
    static final TestSshd SSHD = new TestSshd();

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private Path host;
    private Path there;
    private MountedShare mounted;
    private SshGuest guest;
    private ChangeRelay relay;
    private WatchService watcher;

    @BeforeEach
    void watch() throws Exception {
        host = Files.createDirectory(folder.resolve("host's"));
        there = Files.createDirectory(folder.resolve("there"));
        Files.createDirectory(host.resolve("src"));
        Files.writeString(host.resolve("src/main"), "one");
        Share share = new Share(host, there.toString(), false, "test");
        ShareNotes notes = new ShareNotes();
        mounted = new MountedShare(share, notes);
        guest = SSHD.connect();
        relay = new ChangeRelay(guest, notes.changes());
        watcher = FileSystems.getDefault().newWatchService();
        there.resolve("src").register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
        relay.share(List.of(share));
        relay.watch(List.of(there.toString()));
        awaitWatched();
    }

    @AfterEach
    void end() throws IOException {
        relay.close();
        guest.close();
        watcher.close();
        mounted.close();
    }

    @Test
    void aFileThatIsChangedWakesItsWatchersWhoReadWhatIsNew() throws Exception {
        assertThat(there.resolve("src/main")).hasContent("one");
        Files.writeString(host.resolve("src/main"), "two");
        assertThat(awaitEvent()).contains("main");
        assertThat(there.resolve("src/main")).hasContent("two");
    }

    @Test
    void aNewFileAndOneThatIsSavedByRenamingAreSeenAtOnce() throws Exception {
        assertThat(there.resolve("src")).isDirectoryNotContaining("glob:**new*");
        Files.writeString(host.resolve("src/new\nline"), "new");
        assertThat(awaitEvent()).contains("new\nline");
        assertThat(there.resolve("src/new\nline")).hasContent("new");
        Files.writeString(host.resolve("src/main~"), "three");
        Files.move(host.resolve("src/main~"), host.resolve("src/main"), StandardCopyOption.REPLACE_EXISTING);
        await().atMost(DEADLINE).until(() -> awaitEvent().contains("main"));
        assertThat(there.resolve("src/main")).hasContent("three");
    }

    @Test
    void aFileThatIsRemovedIsSoonGoneForThoseWhoWatchItsFolder() throws Exception {
        there.register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
        assertThat(there.resolve("src").toFile().list()).containsExactly("main");
        Files.delete(host.resolve("src/main"));
        assertThat(awaitEvent()).contains("src");
        assertThat(there.resolve("src").toFile().list()).isEmpty();
    }

    @Test
    void theHostsFileKeepsItsTimeAndContent() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2020-02-02T20:20:20.123456Z"));
        Files.setLastModifiedTime(host.resolve("src/main"), time);
        assertThat(awaitEvent()).contains("main");
        assertThat(Files.getLastModifiedTime(host.resolve("src/main"))).isEqualTo(time);
        await().atMost(DEADLINE).until(() -> Files.getLastModifiedTime(there.resolve("src/main")).toInstant(),
                Instant.parse("2020-02-02T20:20:20Z")::equals);
    }

    @Test
    void whatTheGuestWritesItselfIsNotSaidTwice() throws Exception {
        watcher.close(); // which would hear of the writing itself
        Files.writeString(there.resolve("src/own"), "own");
        Files.writeString(there.resolve("src/main"), "own");
        watcher = FileSystems.getDefault().newWatchService();
        there.resolve("src").register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
        Files.writeString(host.resolve("src/mark"), "a mark behind all that came before");
        Set<String> all = new TreeSet<>();
        await().atMost(DEADLINE).until(() -> all.addAll(awaitEvent()) && all.contains("mark"));
        assertThat(all).doesNotContain("own", "main");
    }

    @Test
    void thousandsOfChangesAtOnceWakeTheFoldersWatchers() throws Exception {
        there.register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
        for (int i = 0; i < 3 * TouchList.MOST_FILES; i++) {
            Files.writeString(host.resolve("src/file" + i), "x");
        }
        await().atMost(DEADLINE).until(() -> awaitEvent().contains("src"));
        assertThat(there.resolve("src").toFile().list()).hasSize(3 * TouchList.MOST_FILES + 1);
    }

    @Test
    void aTreeThatIsTooLargeIsNamedUntilItsFolderHasChangedAndTheRestIsWatched() throws Exception {
        Path large = Files.createDirectory(host.resolve("large"));
        Path deep = Files.createDirectory(large.resolve("deep"));
        for (int i = 0; i <= FolderWatch.MOST_FOLDERS; i++) {
            Files.createDirectory(deep.resolve("d" + i));
        }
        relay.watch(List.of(there + "/src", there + "/large", there + "/missing", "/elsewhere"));
        await().atMost(DEADLINE).until(() -> !relay.problems().isEmpty());
        String problem = "programs in containers do not hear of changes in " + large.toRealPath()
                + ": it holds more than 10000 folders";
        assertThat(relay.problems().values()).containsExactly(problem);
        awaitWatched();
        for (int i = 0; i < 10; i++) { // small enough now, but that is not looked for
            Files.delete(deep.resolve("d" + i));
        }
        watchAgain(Set.of(there + "/large"));
        assertThat(relay.problems().values()).containsExactly(problem);
        Files.writeString(large.resolve("new"), "new");
        watchAgain(Set.of(there + "/large"));
        assertThat(relay.problems()).isEmpty();
    }

    private void watchAgain(Set<String> places) {
        Map<Share, String> before = relay.problems();
        relay.watch(places);
        // Also those that stay as they were are told anew.
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(relay.problems()).isNotSameAs(before));
    }

    // The watch begins some time after it is asked for.
    private void awaitWatched() throws Exception {
        await().atMost(DEADLINE).until(() -> {
            Files.writeString(host.resolve("src/begin"), Instant.now().toString());
            return poll(Duration.ofMillis(500)).contains("begin");
        });
        Files.delete(host.resolve("src/begin"));
        poll(Duration.ofMillis(500)); // what comes of that
    }

    private Set<String> awaitEvent() throws InterruptedException {
        Set<String> names = poll(DEADLINE);
        assertThat(names).as("an event within " + DEADLINE).isNotEmpty();
        return names;
    }

    private Set<String> poll(Duration wait) throws InterruptedException {
        Set<String> names = new TreeSet<>();
        WatchKey key = watcher.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            for (WatchEvent<?> event : key.pollEvents()) {
                names.add(String.valueOf(event.context()));
            }
            key.reset();
        }
        return names;
    }
}
