// What is remembered of the guest's changes, and for how long.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestChangesTest {

    private static final Attributes READ = Attributes.of(Attributes.FILE, 3, Owner.ROOT, 100, 100, 0);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final GuestChanges changes = new GuestChanges(() -> now);

    @Test
    void aChangeIsExplainedByTheGuestsOwnHoweverLateItIsSaid(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(changes.explains(file)).isFalse();
        now = Instant.now();
        change(file);
        now = now.plusSeconds(3600);
        assertThat(changes.explains(file)).isTrue();
    }

    @Test
    void aChangeAfterTheGuestsOwnIsTheHostsWhateverTimeTheFileShows(@TempDir Path folder) throws Exception {
        now = Instant.now().minusSeconds(60);
        Path file = folder.resolve("file");
        change(file);
        Files.createFile(file);
        assertThat(changes.explains(file)).isFalse();
        Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(60)));
        assertThat(changes.explains(file)).isFalse();
    }

    @Test
    void thatAFileIsGoneIsExplainedForSomeSeconds(@TempDir Path folder) {
        Path file = folder.resolve("file");
        change(file);
        assertThat(changes.explains(file)).isTrue();
        now = now.plusSeconds(6);
        assertThat(changes.explains(file)).isFalse();
    }

    @Test
    void aFileHasAnotherTimeFromTheFirstTouchToTheSecond() {
        Path file = Path.of("/file");
        int[] touches = touches();
        assertThat(changes.isWaking(file, 100)).isFalse();
        assertThat(changes.isWaking(file, touches[0])).isTrue();
        assertThat(changes.shown(file, READ).modified()).isEqualTo(101);
        assertThat(changes.isWaking(file, touches[1])).isTrue();
        assertThat(changes.shown(file, READ)).isEqualTo(READ);
    }

    @Test
    void aSecondTouchThatNeverComesLeavesTheFileWithItsOwnTimeSoon() {
        Path file = Path.of("/file");
        changes.isWaking(file, touches()[0]);
        now = now.plusSeconds(6);
        assertThat(changes.shown(file, READ)).isEqualTo(READ);
    }

    @Test
    void whatHappensWhileTheGuestChangesAFileIsItsDoing() {
        Path file = Path.of("/file");
        changes.begin(file);
        changes.begin(file);
        assertThat(changes.explains(file)).isTrue();
        changes.end(file, false);
        assertThat(changes.explains(file)).as("another change goes on").isTrue();
        changes.end(file, false);
        assertThat(changes.explains(file)).as("nothing was changed").isFalse();
    }

    private void change(Path file) {
        changes.begin(file);
        changes.end(file, true);
    }

    private int[] touches() {
        return Pattern.compile("@(\\d+)").matcher(changes.wakingCommand()).results()
                .map(MatchResult::group).mapToInt(text -> Integer.parseInt(text.substring(1))).toArray();
    }
}
