// What becomes of a VM that an earlier agent has left running.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.hypervisor.Hypervisor;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.VmStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftVmTest {

    @TempDir
    private Path home;
    private MachineFiles files;
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void nameFiles() throws IOException {
        files = MachineFiles.of(new Directories(home, home, home, home), "work");
    }

    private LeftVm leftVm() {
        return new LeftVm(files, new MachineSettings(files.config()), setting -> fake(Hypervisor.class));
    }

    @Test
    void whereNothingSeemsToRunTheHypervisorIsNotEvenLookedFor() throws Exception {
        LeftVm left = leftVm();
        assertThat(left.find()).isEmpty();
        left.stop();
        assertThat(asked).isEmpty();
    }

    @Test
    void oneThatCannotBeJoinedIsLetGoOfAndRunsOnUntilTheUserEndsIt() throws Exception {
        Files.createDirectories(files.folder());
        Files.writeString(files.vm().pidFile(), "1");
        LeftVm left = leftVm();
        RunningVm vm = left.find().orElseThrow();
        assertThatThrownBy(() -> left.join(vm, stage -> {
        }, new Entrance(files.engineSocket(), caller -> {
            throw new IOException("nobody is let in");
        }))).isInstanceOf(MachineException.class).hasMessageContaining("vm.json")
                .extracting(e -> ((MachineException) e).remedy())
                .isEqualTo("Run \"wherry -m work down\", then \"wherry -m work up\".");
        assertThat(asked).containsExactly("adopt", "pid", "status", "resume", "close");
    }

    /** Notes what is asked of it. */
    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return switch (method.getName()) {
                        case "adopt" -> Optional.of(fake(RunningVm.class));
                        case "pid" -> 1L;
                        case "status" -> VmStatus.PAUSED;
                        case "resume", "close" -> null;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                }));
    }
}
