// The real guest under the accelerator that was chosen for it.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.FwCfgEntry;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.RuntimeFiles;
import dev.wherry.engine.hypervisor.VmEvent;
import dev.wherry.engine.hypervisor.VmExit;
import dev.wherry.engine.hypervisor.VmSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
class GuestBootVmTest {

    private static final Path IMAGE = Path.of(System.getProperty("wherry.test.image", ""));

    @TempDir
    private Path folder;

    @Test
    void theGuestBootsUnderTheChosenAcceleratorAndObeysThePowerButton() throws Exception {
        QemuInstallation qemu = new QemuLocator(Platform.current(), null, null, System.getenv("PATH"))
                .locate(Arch.AMD64);
        QemuHypervisor hypervisor = new QemuHypervisor(qemu, Platform.current(), null, folder.resolve("verdicts.json"));
        AcceleratorChoice choice = hypervisor.chooseAccelerator(IMAGE.resolve("kernel"));
        assertThat(hypervisor.chooseAccelerator(IMAGE.resolve("kernel"))).as("remembered").isEqualTo(choice);

        Path sockets = Files.createTempDirectory(Path.of("/tmp"), "w");
        try (RunningVm vm = hypervisor.start(spec(sockets))) {
            List<VmEvent> events = new CopyOnWriteArrayList<>();
            vm.onEvent(events::add);
            try {
                await().atMost(Duration.ofMinutes(2)).until(() -> console().contains("@wherry engine"));
                vm.powerDown();
                VmExit exit = vm.onExit().get(60, TimeUnit.SECONDS);
                assertThat(exit).isEqualTo(new VmExit(true, "QEMU shut down: guest-shutdown"));
                assertThat(events).contains(VmEvent.SHUTDOWN);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("The console says:\n" + console(), e);
            } finally {
                vm.kill();
            }
        } finally {
            Files.deleteIfExists(sockets.resolve("qmp.sock"));
            Files.delete(sockets);
        }
    }

    @Test
    void theProbeAcceptsAnAcceleratorThatRunsTheKernel() throws Exception {
        QemuInstallation qemu = new QemuLocator(Platform.current(), null, null, System.getenv("PATH"))
                .locate(Arch.AMD64);
        // TCG is never probed in earnest; here it stands for an accelerator that works.
        AcceleratorProbe probe = new AcceleratorProbe(qemu, Platform.current(), Duration.ofSeconds(60));
        assertThat(probe.run(Accelerator.TCG, IMAGE.resolve("kernel"))).isEqualTo(
                new Verdict(true, "TCG works: a test VM ran under it"));
    }

    private String console() throws IOException {
        return Files.readString(folder.resolve("console.log"));
    }

    private VmSpec spec(Path sockets) throws Exception {
        Path disk = folder.resolve("data.img");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        for (String key : List.of("host", "user")) {
            assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f",
                    folder.resolve(key).toString())
                    .start().waitFor()).isZero();
        }
        String arguments = new ObjectMapper().readTree(IMAGE.resolve("manifest.json").toFile()).path("commandLine")
                .asText();
        return new VmSpec("boot-test", Arch.AMD64, 2, 1024, IMAGE.resolve("kernel"), IMAGE.resolve("initrd"), arguments,
                IMAGE.resolve("root.img"), new DataDisk(disk, "data"),
                List.of(new FwCfgEntry.Text("opt/dev.wherry/new-disk", "data"),
                        new FwCfgEntry.File("opt/dev.wherry/authorized-key", folder.resolve("user.pub")),
                        new FwCfgEntry.File("opt/dev.wherry/host-key", folder.resolve("host"))),
                new RuntimeFiles(sockets.resolve("qmp.sock"), folder.resolve("vm.pid"), folder.resolve("console.log"),
                        folder.resolve("qemu.log")));
    }
}
