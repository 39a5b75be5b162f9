// The list of volumes and what is done with them, before a machine that is not there.
package dev.wherry.app.window.volumes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import dev.wherry.app.model.Job;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.machine.MachineState;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumesModelTest extends DeskTest {

    @TempDir
    Path folder;

    private VolumesModel model;

    @BeforeEach
    void start() {
        machine.docker().withContainers(2).withVolumes(4);
        become(MachineState.RUNNING);
        model = new VolumesModel(desk);
        scope.add(model);
        await().until(() -> model.volumes().get().total() == 5);
        await().until(() -> !desk.engine().containers().get().items().isEmpty());
    }

    private List<VolumeRow> rows() {
        return model.volumes().get().shown();
    }

    private VolumeRow row(String name) {
        return rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private void done(Job job) {
        await(job.title()).until(() -> job.state().get() instanceof Job.Done);
    }

    private boolean counted(String method) {
        return machine.docker().requests().stream().anyMatch(request -> request.startsWith(method));
    }

    @Test
    void aVolumeHasItsUsersAndANamelessOneAShortName() {
        assertThat(row("shop_db-data").users()).containsExactly("shop-db-1");
        assertThat(row("backup-0").users()).isEmpty();
        VolumeRow nameless = rows().stream().filter(VolumeRow::anonymous).findFirst().orElseThrow();
        assertThat(nameless.shortName()).hasSize(13).endsWith("…");
    }

    @Test
    void sizesAreCountedForThoseWhoLook() {
        assertThat(row("backup-0").counted()).isFalse();
        assertThat(counted("GET /system/df")).isFalse();
        model.watch(true);
        await().until(() -> rows().stream().allMatch(VolumeRow::counted));
        done(model.actions().create("fresh"));
        await("a new one is counted too").until(() -> row("fresh").counted());
        model.watch(false);
        done(model.actions().create("unseen"));
        await().until(() -> rows().stream().anyMatch(row -> row.name().equals("unseen")));
        assertThat(row("unseen").counted()).isFalse();
    }

    @Test
    void whatIsLookedForIsFoundByNameAndUser() {
        model.wanted().set("BACKUP-1");
        assertThat(rows()).extracting(VolumeRow::name).containsExactly("backup-1");
        model.wanted().set("shop-db-1");
        assertThat(rows()).extracting(VolumeRow::name).containsExactly("shop_db-data");
    }

    @Test
    void aNewNameIsOfTheEnginesLettersAndFree() {
        assertThat(model.problem("")).contains("Type a name");
        assertThat(model.problem("x")).contains("two or more");
        assertThat(model.problem("shop data")).contains("letters");
        assertThat(model.problem("backup-0")).contains("There is a volume called backup-0 already.");
        assertThat(model.problem("shop-data")).isEmpty();
    }

    @Test
    void ofSeveralVolumesThoseInUseStayAndTheOthersGo() {
        model.actions().remove(List.of(row("backup-0"), row("shop_db-data"), row("backup-1")));
        await().until(() -> model.volumes().get().total() == 3);
        assertThat(rows()).extracting(VolumeRow::name).contains("shop_db-data");
        assertThat(desk.failures().get()).singleElement()
                .satisfies(failure -> assertThat(failure.cause()).contains("volume is in use"));
    }

    @Test
    void pruningTakesTheNamelessOrAllThatNobodyUses() {
        AtomicLong freed = new AtomicLong();
        done(model.actions().prune(false, freed::set));
        await().until(() -> rows().stream().noneMatch(VolumeRow::anonymous));
        assertThat(rows()).hasSize(4);
        assertThat(freed.get()).isPositive();
        done(model.actions().prune(true, freed::set));
        await().until(() -> rows().stream().map(VolumeRow::name).toList().equals(List.of("shop_db-data")));
    }

    @Test
    void whatIsBackedUpCanBeRestoredElsewhere() throws Exception {
        Path tar = folder.resolve("backup.tar");
        Files.writeString(tar, "an older backup");
        done(model.actions().backUp(row("backup-0"), tar));
        assertThat(entries(tar)).contains("./VERSION", "./base/data.bin");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("no draft is left").containsExactly(tar);
        }
        done(model.actions().restore(row("backup-1"), tar));
        Path again = folder.resolve("again.tar");
        done(model.actions().backUp(row("backup-1"), again));
        assertThat(content(again, "./base/data.bin")).isEqualTo("backup-0".repeat(500));
    }

    @Test
    void aBackupThatFailsLeavesTheOlderOneAlone() throws Exception {
        Path tar = folder.resolve("backup.tar");
        Files.writeString(tar, "an older backup");
        machine.docker().fail("GET", "/containers/.*/archive", 500, "input/output error");
        Job job = model.actions().backUp(row("backup-0"), tar);
        await().until(() -> job.state().get() instanceof Job.Failed);
        assertThat(tar).hasContent("an older backup");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(tar));
        assertThat(desk.failures().get()).singleElement()
                .satisfies(failure -> assertThat(failure.cause()).contains("input/output error"));
    }

    @Test
    void itCanBeToldWhetherAnythingIsInAVolume() {
        AtomicReference<String> heard = new AtomicReference<>("");
        done(model.actions().look(row("backup-0"), something -> heard.set("something " + something)));
        assertThat(heard.get()).isEqualTo("something true");
    }

    @Test
    void nobodySeesTheHelpersThatReachIntoAVolume() throws Exception {
        done(model.actions().look(row("backup-0"), something -> {
        }));
        assertThat(machine.docker().containers()).hasSize(2);
        assertThat(desk.engine().containers().get().items()).hasSize(2);
    }

    private static List<String> entries(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file); TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String content(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file); TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(tar.readAllBytes(), UTF_8);
                }
            }
        }
        return "";
    }
}
