// What is read out of the text that QEMU prints for people.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.RuntimeFiles;
import dev.wherry.engine.hypervisor.VmSpec;
import dev.wherry.engine.hypervisor.VmStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QemuTextTest {

    @TempDir
    private Path folder;

    @Test
    void theSshPortIsTheListenersAndNotAConnections() {
        String table = """
                Hub -1 (n0):\r
                  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ\r
                  TCP[ESTABLISHED]   12       127.0.0.1 51000       10.0.2.15    22     0     0\r
                  TCP[HOST_FORWARD]  10       127.0.0.1 41000       10.0.2.15  2222     0     0\r
                  TCP[HOST_FORWARD]   9       127.0.0.1 40983       10.0.2.15    22     0     0\r
                  UDP[HOST_FORWARD]  11       127.0.0.1 15353       10.0.2.15    22     0     0\r
                """;
        assertThat(UserNetwork.sshPort(table)).contains(40_983);
        assertThat(UserNetwork.sshPort("Hub -1 (n0):\r\n")).isEmpty();
        assertThat(UserNetwork.udpForwards(table)).containsExactly(Map.entry(22, 15_353));
    }

    @Test
    void knownFailuresAreExplainedAndQemusWordsKept() {
        assertThat(explain(
                "qemu: -device virtio-blk-pci: Failed to get \"write\" lock\nIs another process using the image?"))
                .startsWith("its data disk /d is in use by another VM; QEMU says:\n").endsWith("the image?");
        assertThat(explain("cannot create PID file: Cannot lock pid file: x")).startsWith("it already runs;");
        assertThat(explain("cannot set up guest memory 'pc.ram': Cannot allocate memory")).contains("for 512 MiB");
        assertThat(explain("never seen before")).isEqualTo("QEMU ended at once; QEMU says:\nnever seen before");
        assertThat(explain("")).isEqualTo("QEMU ended at once; QEMU gave no reason");
    }

    @Test
    void onlyTheLastLinesOfALongLogAreShown() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "noise\n".repeat(10_000) + "the end\n");
        assertThat(new ErrorLog(log).tail()).isEqualTo("noise\n".repeat(7) + "the end");
        assertThat(new ErrorLog(folder.resolve("none")).tail()).isEmpty();
    }

    @Test
    void versionsAreReadAndCompared() {
        assertThat(QemuVersion.parse("QEMU emulator version 10.0.2 (v10.0.2-dirty)\nCopyright"))
                .contains(new QemuVersion(10, 0, 2));
        assertThat(QemuVersion.parse("qemu 10")).isEmpty();
        assertThat(new QemuVersion(10, 0, 0).isAtLeast(new QemuVersion(8, 2, 1))).isTrue();
        assertThat(new QemuVersion(8, 2, 0).isAtLeast(new QemuVersion(8, 2, 1))).isFalse();
    }

    @Test
    void runStatesAreTranslated() {
        assertThat(List.of("running", "prelaunch", "paused", "suspended", "io-error", "internal-error", "shutdown"))
                .extracting(QemuVm::statusOf).containsExactly(VmStatus.RUNNING, VmStatus.STARTING, VmStatus.PAUSED,
                        VmStatus.PAUSED, VmStatus.DISK_ERROR, VmStatus.CRASHED, VmStatus.STOPPED);
    }

    private String explain(String words) {
        Path file = Path.of("/d");
        VmSpec spec = new VmSpec("vm", Arch.AMD64, 1, 512, file, file, "", file, new DataDisk(file, "d"), List.of(),
                RuntimeFiles.in(Path.of("/run")));
        try {
            return new ErrorLog(Files.writeString(folder.resolve("log"), words)).explain(spec);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
