// The guest image of the other architecture: nobody here has such a computer, so it is emulated.
package dev.wherry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.FwCfgEntry;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.RuntimeFiles;
import dev.wherry.engine.hypervisor.VmSpec;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;
import dev.wherry.engine.hypervisor.qemu.QemuLocator;
import dev.wherry.engine.image.GuestImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OtherArchitectureVmTest {

    private static final Duration STAGE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void theGuestOfTheOtherArchitectureBootsToItsEngineAndShutsDown() throws Exception {
        Arch other = Platform.current().arch() == Arch.AMD64 ? Arch.ARM64 : Arch.AMD64;
        GuestImage image = GuestImage
                .open(Path.of(System.getProperty("wherry.test.image")).resolveSibling(other.debianName()));
        GuestKeys keys = GuestKeys.loadOrCreate(folder.resolve("keys"));
        QemuHypervisor hypervisor = new QemuHypervisor(
                new QemuLocator(Platform.current(), null, null, System.getenv("PATH")).locate(other),
                Platform.current(),
                null, folder.resolve("accelerators.json"));
        Path socket = Files.createTempFile(Path.of("/tmp"), "w", ".sock");
        Files.delete(socket);
        try (RunningVm vm = hypervisor.start(spec(other, image, keys, socket))) {
            try (SshGuest guest = new SshGuest(vm.sshPort(), keys)) {
                guest.connect(STAGE);
                awaitEngine(new EngineClient(() -> guest.openUnix("/run/docker.sock")));
                // Closed at once, the command would be hung up before it has begun.
                try (GuestProcess poweroff = guest.start(GuestCommand.of("poweroff"))) {
                    assertThat(poweroff.waitFor(Duration.ofSeconds(30)).code()).isZero();
                }
                assertThat(vm.onExit().get(2, TimeUnit.MINUTES).orderly()).isTrue();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("The console says:\n" + Files.readString(folder.resolve("console.log")), e);
            } finally {
                vm.kill();
            }
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private static void awaitEngine(EngineClient engine) throws Exception {
        long end = System.nanoTime() + STAGE.toNanos();
        while (true) {
            try {
                assertThat(engine.ping(Duration.ofSeconds(60))).isNotNull();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private VmSpec spec(Arch arch, GuestImage image, GuestKeys keys, Path socket) throws IOException {
        Path disk = folder.resolve("disk.raw");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(4L << 30);
        }
        Path hostKey = Files.writeString(folder.resolve("host-key"), keys.hostKeyFile());
        return new VmSpec("other-arch", arch, 2, 1024, image.kernel(), image.initrd(), image.manifest().commandLine(),
                image.root(), new DataDisk(disk, "data"),
                List.of(new FwCfgEntry.Text("opt/dev.wherry/new-disk", "data"),
                        new FwCfgEntry.Text("opt/dev.wherry/authorized-key", keys.authorizedKey()),
                        new FwCfgEntry.File("opt/dev.wherry/host-key", hostKey)),
                new RuntimeFiles(socket, folder.resolve("vm.pid"), folder.resolve("console.log"),
                        folder.resolve("qemu.log")));
    }
}
