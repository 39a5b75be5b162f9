// Where QEMU is looked for, and what is said when none is found.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.hypervisor.HypervisorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class QemuLocatorTest {

    private static final Platform LINUX = new Platform(Os.LINUX, Arch.AMD64);
    private static final String PROGRAM = "qemu-system-x86_64";

    @TempDir
    private Path folder;

    @Test
    void theFirstThatWorksIsTakenAndTheBundledOneComesFirst() throws Exception {
        fake("path", "echo 'QEMU emulator version 8.2.1 (v8.2.1)'");
        Path bundled = fake("bundle", "echo 'QEMU emulator version 10.0.2'");
        assertThat(new QemuLocator(LINUX, null, folder.resolve("bundle"), path("path")).locate(Arch.AMD64))
                .isEqualTo(new QemuInstallation(bundled, new QemuVersion(10, 0, 2), Arch.AMD64));
    }

    @Test
    void whatDoesNotWorkIsPassedOver() throws Exception {
        fake("old", "echo 'QEMU emulator version 7.1.9'");
        fake("odd", "echo 'command not found'");
        Path good = fake("good", "echo 'QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)'");
        assertThat(new QemuLocator(LINUX, null, null, path("old", "odd", "good")).locate(Arch.AMD64).executable())
                .isEqualTo(good);
    }

    @Test
    void aSettingIsTheOnlyPlaceAndTheErrorSaysWhatIsWrongThere() throws Exception {
        fake("path", "echo 'QEMU emulator version 8.2.1'");
        Path setting = fake("set", "echo 'QEMU emulator version 6.0.0'");
        assertThatThrownBy(() -> new QemuLocator(LINUX, setting, null, path("path")).locate(Arch.AMD64))
                .isInstanceOf(HypervisorException.class).hasMessageContaining("correct the setting")
                .hasMessageContaining(setting + ": is QEMU 6.0.0, older than 7.2.0");
    }

    @Test
    void everyFailureIsTold() throws Exception {
        Path script = Files.writeString(Files.createDirectories(folder.resolve("plain")).resolve(PROGRAM), "");
        Files.createDirectories(folder.resolve("directory").resolve(PROGRAM));
        QemuLocator locator = new QemuLocator(LINUX, script, null, "");
        assertThatThrownBy(() -> locator.locate(Arch.AMD64)).hasMessageContaining("may not be executed");
        assertThatThrownBy(() -> new QemuLocator(LINUX, folder.resolve("directory").resolve(PROGRAM), null, "")
                .locate(Arch.AMD64)).hasMessageContaining("not a file");
        assertThatThrownBy(() -> new QemuLocator(LINUX, folder.resolve("none"), null, "").locate(Arch.AMD64))
                .hasMessageContaining("does not exist");
    }

    @Test
    void everySystemHasItsPlaces() {
        assertThat(new QemuLocator(new Platform(Os.MAC, Arch.ARM64), null, null, "relative:/usr/bin")
                .candidates(Arch.ARM64))
                .containsExactly(Path.of("/usr/bin/qemu-system-aarch64"),
                        Path.of("/opt/homebrew/bin/qemu-system-aarch64"),
                        Path.of("/usr/local/bin/qemu-system-aarch64"));
        assertThat(new QemuLocator(new Platform(Os.WINDOWS, Arch.AMD64), null, null, "").candidates(Arch.AMD64))
                .containsExactly(Path.of("C:\\Program Files\\qemu").resolve("qemu-system-x86_64.exe"));
    }

    private Path fake(String place, String script) throws Exception {
        return FakeQemu.write(folder.resolve(place).resolve(PROGRAM), script);
    }

    private String path(String... places) {
        return String.join(":", Arrays.stream(places).map(place -> folder.resolve(place).toString()).toList());
    }
}
