// A machine of another size.
package dev.wherry.app.window.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.RandomAccessFile;

import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Test;

class ResizeModelTest extends DeskTest {

    private ResizeModel model(String config) throws Exception {
        write(config);
        desk.settings().refresh();
        return new ResizeModel(desk);
    }

    @Test
    void onlyWhatIsNewIsWritten() throws Exception {
        become(MachineState.RUNNING);
        ResizeModel model = model("# mine\ncpus: 1\n");
        assertThat(model.want(ConfigKey.CPUS, "1")).isEmpty();
        assertThat(model.changes()).isFalse();
        assertThat(model.want(ConfigKey.MEMORY, "3GiB")).isEmpty();
        assertThat(model.changes()).isTrue();
        model.apply();
        await().until(() -> desk.settings().view().get().pending().contains(ConfigKey.MEMORY));
        assertThat(config()).hasContent("# mine\ncpus: 1\nmemory: 3GiB\n");
    }

    @Test
    void aDiskCannotShrinkAndNonsenseIsRefused() throws Exception {
        become(MachineState.STOPPED);
        try (RandomAccessFile disk = new RandomAccessFile(desk.files().disk().toFile(), "rw")) {
            disk.setLength(DataSize.ofGiB(64).bytes());
        }
        ResizeModel model = model("");
        assertThat(model.want(ConfigKey.DISK, "32GiB")).hasValueSatisfying(
                why -> assertThat(why).contains("64GiB"));
        assertThat(model.want(ConfigKey.CPUS, "0")).hasValueSatisfying(why -> assertThat(why).contains("1 to 64"));
        assertThat(model.changes()).isFalse();
    }
}
