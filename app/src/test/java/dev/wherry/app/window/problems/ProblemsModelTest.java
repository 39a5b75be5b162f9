// The self-checks as the page shows them.
package dev.wherry.app.window.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;

import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.doctor.Check;
import dev.wherry.engine.doctor.Doctor;
import dev.wherry.engine.doctor.Finding;
import dev.wherry.engine.doctor.Outcome;
import dev.wherry.engine.host.FileManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsModelTest extends DeskTest {

    @TempDir
    private Path folder;
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicBoolean mended = new AtomicBoolean();
    private final List<Path> shown = new CopyOnWriteArrayList<>();
    private ProblemsModel model;

    private interface Look {
        Finding at(Check check) throws Exception;
    }

    private record Scripted(String id, Look look) implements Check {
        @Override
        public String title() {
            return "The " + id;
        }

        @Override
        public Finding run() throws Exception {
            return look.at(this);
        }
    }

    @BeforeEach
    void makeModel() {
        Check well = new Scripted("disk", check -> finding(check, Outcome.PASSED));
        Check late = new Scripted("network", check -> {
            slow.await();
            return finding(check, Outcome.WARNING);
        });
        Check bad = new Scripted("files", check -> mended.get()
                ? finding(check, Outcome.PASSED)
                : new Finding(check.id(), check.title(), Outcome.FAILED, "they are stale", "rm them", () -> {
                    mended.set(true);
                    return "Removed them.";
                }));
        model = new ProblemsModel(desk, () -> new Doctor(List.of(well, late, bad)), new FileManager() {
            @Override
            public Optional<String> obstacle() {
                return Optional.empty();
            }

            @Override
            public void show(Path path) {
                shown.add(path);
            }
        });
        scope.add(model);
    }

    private static Finding finding(Check check, Outcome outcome) {
        return new Finding(check.id(), check.title(), outcome, "seen", "", null);
    }

    private CheckRow row(String id) {
        return model.rows().get().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void eachFindingIsThereAsSoonAsItIsMade() {
        model.examine();
        await().until(() -> model.count(Outcome.FAILED) == 1 && model.count(Outcome.PASSED) == 1);
        assertThat(model.rows().get()).extracting(CheckRow::id).containsExactly("disk", "network", "files");
        assertThat(row("network").finding()).as("still looking").isNull();
        assertThat(model.busy().get()).isTrue();
        slow.countDown();
        await().until(() -> !model.busy().get());
        assertThat(model.count(Outcome.WARNING)).isEqualTo(1);
        assertThat(model.failed().get()).isEqualTo(1);
        assertThat(model.text()).contains("Failed: The files\n  they are stale\n  rm them\n");
    }

    @Test
    void aFixIsFollowedByAnotherLook() {
        slow.countDown();
        model.examine();
        await().until(() -> !model.busy().get());
        model.fix(row("files"));
        await().until(() -> model.failed().get() == 0);
        await().until(() -> row("files").fixed().equals("Removed them."));
    }

    @Test
    void aFixThatFailsSaysWhy() {
        slow.countDown();
        model.examine();
        await().until(() -> !model.busy().get());
        CheckRow hopeless = new CheckRow("files", "The files", new Finding("files", "The files", Outcome.FAILED, "", "",
                () -> {
                    throw new IOException("they are not yours");
                }), "");
        model.fix(hopeless);
        await().until(() -> !desk.failures().get().isEmpty());
        assertThat(desk.failures().get().getFirst().cause()).isEqualTo("they are not yours");
    }

    @Test
    void diagnosticsAreSavedInThePlaceOfAnOlderFile() throws Exception {
        Path file = Files.writeString(folder.resolve("problem.zip"), "old");
        model.save(file);
        await().until(() -> desk.jobs().running().get().isEmpty());
        assertThat(desk.failures().get()).isEmpty();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("versions.txt")).isNotNull();
        }
    }

    @Test
    void theLogsAreShownInTheFileManager() {
        model.openLogs();
        await().until(() -> !shown.isEmpty());
        assertThat(shown).containsExactly(desk.directories().logs());
    }
}
