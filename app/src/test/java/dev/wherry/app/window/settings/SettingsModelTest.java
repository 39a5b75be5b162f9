// The machine's settings as the window changes them, in a real file.
package dev.wherry.app.window.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Origin;
import dev.wherry.engine.host.Browser;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsModelTest extends DeskTest {

    private final List<URI> opened = new ArrayList<>();
    private SettingsModel model;

    @BeforeEach
    void makeModel() {
        model = new SettingsModel(desk, new Browser() {
            @Override
            public Optional<String> obstacle() {
                return Optional.empty();
            }

            @Override
            public void open(URI page) {
                opened.add(page);
            }
        });
        scope.add(model);
    }

    private SettingRow row(ConfigKey key) {
        return model.rows().get().stream().filter(row -> row.key() == key).findFirst().orElseThrow();
    }

    private void read() throws InterruptedException {
        model.refresh().join();
    }

    @Test
    void everyKeyHasARowWithItsValueAndItsOrigin() throws Exception {
        write("# mine\nmemory: 3GiB\nengine:\n  debug: true\n");
        read();
        assertThat(model.rows().get()).extracting(SettingRow::key).containsExactly(ConfigKey.values());
        assertThat(row(ConfigKey.MEMORY).value()).isEqualTo("3GiB");
        assertThat(row(ConfigKey.MEMORY).origin()).isEqualTo(new Origin.File(config(), 2));
        assertThat(row(ConfigKey.DISK).isSet()).isFalse();
        assertThat(row(ConfigKey.ENGINE).entries()).singleElement()
                .satisfies(entry -> assertThat(entry.name() + "=" + entry.value()).isEqualTo("debug=true"));
    }

    @Test
    void aChangeKeepsTheFilesComments() throws Exception {
        write("# mine\ncpus: 1 # one\n");
        read();
        model.set(ConfigKey.MEMORY, "3GiB");
        await().until(() -> row(ConfigKey.MEMORY).value().equals("3GiB"));
        assertThat(config()).hasContent("# mine\ncpus: 1 # one\nmemory: 3GiB\n");
        model.unset(KeyPath.of(ConfigKey.CPUS));
        await().until(() -> !row(ConfigKey.CPUS).isSet());
        assertThat(config()).hasContent("# mine\nmemory: 3GiB\n");
    }

    @Test
    void aValueThatIsNotAllowedStaysOutOfTheFileAndIsToldOf() throws Exception {
        write("memory: 3GiB\n");
        read();
        model.set(ConfigKey.MEMORY, "7");
        assertThat(row(ConfigKey.MEMORY).problem()).contains("\"memory\" cannot be 7; it takes a size from 512MiB");
        assertThat(row(ConfigKey.MEMORY).value()).isEqualTo("3GiB");
        assertThat(config()).hasContent("memory: 3GiB\n");
        model.set(ConfigKey.MEMORY, "3GiB");
        assertThat(row(ConfigKey.MEMORY).problem()).isNull();
    }

    @Test
    void theDiskDoesNotShrink() throws Exception {
        become(MachineState.STOPPED);
        try (RandomAccessFile disk = new RandomAccessFile(desk.files().disk().toFile(), "rw")) {
            disk.setLength(DataSize.ofGiB(64).bytes());
        }
        read();
        model.set(ConfigKey.DISK, "32GiB");
        await().until(() -> row(ConfigKey.DISK).problem() != null);
        assertThat(row(ConfigKey.DISK).problem()).contains("a disk cannot shrink");
        assertThat(config()).doesNotExist();
        assertThat(desk.failures().get()).as("told in its row, and not once more").isEmpty();
    }

    @Test
    void theDiskOfARunningMachineGrowsAtOnce() throws Exception {
        become(MachineState.RUNNING);
        read();
        model.set(ConfigKey.DISK, "128GiB");
        await().until(() -> machine.agent().calls().contains("grow"));
        await().until(() -> row(ConfigKey.DISK).value().equals("128GiB"));
        assertThat(model.file().get().pending()).isEmpty();
    }

    @Test
    void whatARunningMachineCannotFollowWaitsForItsRestart() throws Exception {
        become(MachineState.RUNNING);
        read();
        String before = row(ConfigKey.STAGE_TIMEOUT).value();
        model.set(ConfigKey.STAGE_TIMEOUT, "60");
        await().until(() -> model.file().get().pending().contains(ConfigKey.STAGE_TIMEOUT));
        model.set(ConfigKey.STAGE_TIMEOUT, before);
        await("as it was when the machine started").until(() -> model.file().get().pending().isEmpty());
        model.set(ConfigKey.STAGE_TIMEOUT, "60");
        await().until(() -> model.file().get().pending().contains(ConfigKey.STAGE_TIMEOUT));
        model.restart();
        await().until(() -> model.file().get().pending().isEmpty());
        assertThat(machine.agent().calls()).contains("restart");
    }

    @Test
    void aFileThatSomebodyElseHasBrokenIsToldOfWithTheLineUntilItIsRight() throws Exception {
        write("memory: 3GiB\n");
        read();
        write("memory: 3GiB\ncpus: many\n");
        read();
        assertThat(model.file().get().broken()).satisfies(broken -> assertThat(broken.message())
                .startsWith(config() + ", line 2: \"cpus\" cannot be \"many\""));
        assertThat(row(ConfigKey.MEMORY).value()).as("the last good value").isEqualTo("3GiB");
        write("memory: 2GiB\n");
        read();
        assertThat(model.file().get().broken()).isNull();
        assertThat(row(ConfigKey.MEMORY).value()).isEqualTo("2GiB");
    }

    @Test
    void settingsOfTheEngineAreSetOneByOne() throws Exception {
        write("engine:\n  debug: true # for now\n");
        read();
        model.set(ConfigKey.ENGINE, "log-opts.max-size", "10m");
        await().until(() -> row(ConfigKey.ENGINE).entries().size() == 2);
        assertThat(Files.readString(config())).contains("  debug: true # for now\n").contains("max-size: 10m");
        model.unset(row(ConfigKey.ENGINE).entries().getFirst().path());
        await().until(() -> row(ConfigKey.ENGINE).entries().size() == 1);
        assertThat(Files.readString(config())).doesNotContain("debug");
    }

    @Test
    void theEditorGetsAFileThatExplainsEveryKey() throws IOException {
        model.edit();
        await().until(() -> !opened.isEmpty());
        assertThat(opened).containsExactly(config().toUri());
        assertThat(Files.readString(config())).contains("#memory:", "#cpus:");
    }
}
