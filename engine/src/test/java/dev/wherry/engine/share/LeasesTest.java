// What the guest is allowed to go by, and until when.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {

    private static final Path FILE = Path.of("/share/folder/file");
    private static final Path OTHER = Path.of("/share/other");

    @TempDir
    private Path folder;
    private SharedTop top;
    private HostFiles files;
    private long now = Long.MAX_VALUE - 1000; // the clock may overflow
    private final Leases leases = new Leases(() -> now);

    @BeforeEach
    void share() {
        top = new SharedTop(Share.of(folder, false, "test"), folder);
        files = HostFiles.of(folder);
    }

    @Test
    void aLeaseLastsLongerThanTheGuestRemembers() {
        grant(FILE, 1);
        pass(Leases.REMEMBERED.plusSeconds(5));
        grant(OTHER, 1);
        assertThat(paths()).containsExactly(FILE, OTHER);
        pass(Duration.ofSeconds(6));
        assertThat(paths()).containsExactly(OTHER);
    }

    @Test
    void whatIsToldAnewBeginsAnew() {
        grant(FILE, 1);
        grant(OTHER, 1);
        pass(Leases.REMEMBERED);
        grant(FILE, 2);
        pass(Leases.REMEMBERED);
        assertThat(leases.current()).extracting(Lease::stamp).containsExactly(2L);
    }

    @Test
    void aRecallLeavesWhatTheGuestHasAskedForMeanwhile() {
        grant(FILE, 1);
        grant(OTHER, 1);
        List<Lease> outdated = leases.current();
        grant(FILE, 2);
        List<Lease> due = leases.beginRecall(outdated);
        assertThat(due).extracting(Lease::path).containsExactly(OTHER);
        grant(OTHER, 2);
        leases.endRecall(due);
        assertThat(paths()).containsExactly(FILE, OTHER);
        leases.endRecall(leases.beginRecall(leases.current()));
        assertThat(paths()).isEmpty();
    }

    @Test
    void aFileThatChangesAllTheTimeIsRecalledForSomeMinutesAfterItWasAskedFor() {
        grant(FILE, 0);
        for (int i = 1; i <= Leases.INTEREST.toSeconds() / 10; i++) {
            pass(Duration.ofSeconds(10));
            List<Lease> due = leases.beginRecall(leases.current());
            assertThat(due).hasSize(1);
            grant(FILE, i); // the answer to the recall
            leases.endRecall(due);
        }
        pass(Duration.ofSeconds(10));
        List<Lease> last = leases.beginRecall(leases.current());
        grant(FILE, 0);
        leases.endRecall(last);
        assertThat(leases.beginRecall(leases.current())).isEmpty();
        assertThat(paths()).isEmpty();
        grant(FILE, 0);
        assertThat(leases.beginRecall(leases.current())).hasSize(1);
    }

    @Test
    void aRenamedFolderTakesItsLeasesAlong() {
        grant(FILE, 1);
        grant(OTHER, 2);
        leases.move(Path.of("/share/folder"), Path.of("/share/new"));
        assertThat(paths()).containsExactlyInAnyOrder(Path.of("/share/new/file"), OTHER);
    }

    @Test
    void whenThereAreTooManyAllEndAtOnce() {
        for (int i = 0; i <= Leases.MOST; i++) {
            grant(Path.of("/share/" + i), i);
        }
        assertThat(paths()).containsExactly(Path.of("/share/" + Leases.MOST));
        assertThat(leases.takeOverflow()).isTrue();
        assertThat(leases.takeOverflow()).isFalse();
    }

    private void grant(Path path, long stamp) {
        leases.grant(path, top, files, stamp);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private List<Path> paths() {
        return leases.current().stream().map(Lease::path).toList();
    }
}
