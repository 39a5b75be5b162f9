// The data disk grows, never shrinks, and is offered for formatting only while it is new.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.host.Directories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDiskTest {

    @TempDir
    private Path folder;
    private MachineFiles files;

    @BeforeEach
    void nameTheFiles() throws Exception {
        Path home = Files.createDirectories(folder.resolve("zoë's home"));
        files = MachineFiles.of(new Directories(home, home, home, home), MachineFiles.DEFAULT_NAME);
    }

    @Test
    void aNewDiskIsSparseAndOfTheSizeAskedFor() throws Exception {
        MachineDisk disk = MachineDisk.prepare(files, DataSize.ofGiB(64));
        assertThat(Files.size(disk.file())).isEqualTo(64L << 30);
        assertThat(disk.isNew()).isTrue();
        assertThat(disk.serial()).matches("data-[0-9a-f]{12}");
    }

    @Test
    void itGrowsAndKeepsItsSerial() throws Exception {
        String serial = MachineDisk.prepare(files, DataSize.ofGiB(4)).serial();
        MachineDisk grown = MachineDisk.prepare(files, DataSize.ofGiB(8));
        assertThat(Files.size(grown.file())).isEqualTo(8L << 30);
        assertThat(grown.serial()).isEqualTo(serial);
    }

    @Test
    void itRefusesToShrink() throws Exception {
        MachineDisk.prepare(files, DataSize.ofGiB(8));
        assertThatThrownBy(() -> MachineDisk.prepare(files, DataSize.ofGiB(4))).isInstanceOf(PrecheckException.class)
                .hasMessageContaining("has 8GiB").hasMessageContaining("only 4GiB");
        assertThat(Files.size(files.disk())).isEqualTo(8L << 30);
    }

    @Test
    void onceUsedItIsNeverOfferedForFormattingAgain() throws Exception {
        MachineDisk.prepare(files, DataSize.ofGiB(4)).markUsed();
        assertThat(MachineDisk.prepare(files, DataSize.ofGiB(4)).isNew()).isFalse();
    }

    @Test
    void aDamagedRecordIsNamedAndLeftAlone() throws Exception {
        MachineDisk.prepare(files, DataSize.ofGiB(4));
        Files.writeString(files.record(), "{\"serial\":");
        assertThatThrownBy(() -> MachineDisk.prepare(files, DataSize.ofGiB(4))).isInstanceOf(PrecheckException.class)
                .hasMessageContaining("machine.json");
        assertThat(files.record()).hasContent("{\"serial\":");
    }
}
