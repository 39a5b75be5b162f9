// What a VM's description refuses before anything is started.
package dev.wherry.engine.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.Platform.Os;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmSpecTest {

    private static final Path FILE = Path.of("/f");

    @ParameterizedTest
    @ValueSource(strings = {"", "-option", "a,b", "a b", "ü"})
    void aNameIsPlain(String name) {
        assertThatThrownBy(() -> spec(name, 1, 128, "", List.of())).hasMessageContaining("name");
    }

    @Test
    void processorsAndMemoryAreInRange() {
        assertThatThrownBy(() -> spec("vm", 0, 128, "", List.of())).hasMessageContaining("processors");
        assertThatThrownBy(() -> spec("vm", 256, 128, "", List.of())).hasMessageContaining("processors");
        assertThatThrownBy(() -> spec("vm", 1, 127, "", List.of())).hasMessageContaining("memory");
    }

    @Test
    void aFwCfgNameIsUsedOnce() {
        FwCfgEntry entry = new FwCfgEntry.Text("opt/x", "1");
        assertThatThrownBy(() -> spec("vm", 1, 128, "", List.of(entry, new FwCfgEntry.File("opt/x", FILE))))
                .hasMessageContaining("one name");
    }

    @Test
    void whatMayNotSurviveACommandLineIsRefused() {
        assertThatThrownBy(() -> new FwCfgEntry.Text("opt/x", "{\"a\": 1}")).hasMessageContaining("use a file");
        assertThatThrownBy(() -> new FwCfgEntry.Text("opt/x", "a\nb")).hasMessageContaining("use a file");
        assertThatThrownBy(() -> new FwCfgEntry.Text("etc/x", "a")).hasMessageContaining("etc/x");
        assertThatThrownBy(() -> spec("vm", 1, 128, "a\nb", List.of())).hasMessageContaining("Kernel arguments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wherry-root", "Data", "a_b", "123456789012345678901"})
    void aDiskSerialFitsVirtioAndIsNotTheRoots(String serial) {
        assertThatThrownBy(() -> new DataDisk(FILE, serial)).hasMessageContaining("serial");
    }

    @Test
    void aSocketPathThatNoSystemTakesIsRefused() {
        assertThatThrownBy(() -> RuntimeFiles.in(Path.of("/" + "ü".repeat(50)))).hasMessageContaining("103 bytes");
    }

    @Test
    void aGuestOfAnotherArchitectureIsOnlyEmulated() {
        assertThat(Accelerator.candidates(new Platform(Os.MAC, Arch.ARM64), Arch.AMD64))
                .containsExactly(Accelerator.TCG);
        assertThat(Accelerator.candidates(new Platform(Os.MAC, Arch.ARM64), Arch.ARM64))
                .containsExactly(Accelerator.HVF, Accelerator.TCG);
    }

    private static VmSpec spec(String name, int cpus, int memory, String arguments, List<FwCfgEntry> entries) {
        return new VmSpec(name, Arch.AMD64, cpus, memory, FILE, FILE, arguments, FILE, new DataDisk(FILE, "d"), entries,
                RuntimeFiles.in(Path.of("/run")));
    }
}
