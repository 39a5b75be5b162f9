// Life and death of VMs in a real QEMU, with a guest that only halts.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.FwCfgEntry;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.RuntimeFiles;
import dev.wherry.engine.hypervisor.VmEvent;
import dev.wherry.engine.hypervisor.VmExit;
import dev.wherry.engine.hypervisor.VmSpec;
import dev.wherry.engine.hypervisor.VmStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vm")
class QemuHypervisorVmTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<RunningVm> started = new CopyOnWriteArrayList<>();
    private Path folder;
    private QemuHypervisor hypervisor;

    @BeforeEach
    void findQemu() throws Exception {
        // Spaces, commas, quotes and letters beyond ASCII must not matter in any path.
        folder = Files.createTempDirectory(Path.of("/tmp"), "w, \"é\" ");
        QemuInstallation qemu = new QemuLocator(Platform.current(), null, null, System.getenv("PATH"))
                .locate(Arch.AMD64);
        hypervisor = new QemuHypervisor(qemu, Platform.current(), Accelerator.TCG, folder.resolve("verdicts.json"));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        for (RunningVm vm : started) {
            vm.kill();
            vm.close();
        }
        try (var content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aVmIsPausedResumedAndKilled() throws Exception {
        RunningVm vm = start(spec("one", "disk"));
        List<VmEvent> events = new CopyOnWriteArrayList<>();
        vm.onEvent(events::add);
        assertThat(vm.status()).isEqualTo(VmStatus.RUNNING);
        vm.pause();
        assertThat(vm.status()).isEqualTo(VmStatus.PAUSED);
        vm.resume();
        assertThat(vm.status()).isEqualTo(VmStatus.RUNNING);
        vm.setBalloon(128);
        vm.kill();
        assertThat(vm.isAlive()).isFalse();
        assertThat(vm.status()).isEqualTo(VmStatus.STOPPED);
        assertThat(vm.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(new VmExit(true, "QEMU shut down: host-qmp-quit"));
        assertThat(events).containsExactly(VmEvent.PAUSED, VmEvent.RESUMED, VmEvent.SHUTDOWN);
        vm.kill();
    }

    @Test
    void thePortOfSshIsChosenByTheSystemAndOpenOnLoopbackOnly() throws Exception {
        RunningVm one = start(spec("one", "disk"));
        RunningVm two = start(spec("two", "other"));
        assertThat(one.sshPort()).isPositive().isNotEqualTo(two.sshPort());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, one.sshPort()), 1000);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void udpForwardsComeAndGo() throws Exception {
        RunningVm vm = start(spec("one", "disk"));
        assertThat(vm.udpForwards()).isEmpty();
        vm.addUdpForward(61_000);
        vm.addUdpForward(61_001);
        assertThat(vm.udpForwards()).containsOnlyKeys(61_000, 61_001);
        int port = vm.udpForwards().getOrDefault(61_000, 0);
        assertThatThrownBy(() -> new DatagramSocket(new InetSocketAddress(LOOPBACK, port)))
                .isInstanceOf(IOException.class);
        vm.removeUdpForward(port);
        vm.removeUdpForward(port);
        new DatagramSocket(new InetSocketAddress(LOOPBACK, port)).close();
        assertThat(vm.udpForwards()).containsOnlyKeys(61_001);
    }

    @Test
    void aVmThatWasLetGoIsAdoptedWithItsPort() throws Exception {
        VmSpec spec = spec("one", "disk");
        RunningVm first = start(spec);
        first.close();
        assertThat(first.isAlive()).isTrue();

        RunningVm second = hypervisor.adopt("one", spec.files()).orElseThrow();
        started.add(second);
        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(second.sshPort()).isEqualTo(first.sshPort());
        assertThat(second.status()).isEqualTo(VmStatus.RUNNING);
        ProcessHandle.of(second.pid()).orElseThrow().destroyForcibly();
        VmExit exit = second.onExit().get(10, TimeUnit.SECONDS);
        assertThat(exit.orderly()).isFalse();
        assertThat(hypervisor.adopt("one", spec.files())).as("leftover socket and PID file").isEmpty();
    }

    @Test
    void aVmOfAnotherNameIsNotAdopted() throws Exception {
        VmSpec spec = spec("one", "disk");
        start(spec).close();
        assertThatThrownBy(() -> hypervisor.adopt("two", spec.files())).isInstanceOf(HypervisorException.class)
                .hasMessageContaining("is called one");
    }

    @Test
    void aPidFileThatNamesAnotherProcessIsNotTrusted() throws Exception {
        VmSpec spec = spec("one", "disk");
        start(spec).close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(spec.files().pidFile(), stranger + "\n");
        assertThatThrownBy(() -> hypervisor.adopt("one", spec.files())).isInstanceOf(HypervisorException.class)
                .hasMessageContaining("is not the process");
        assertThat(hypervisor.adopt("one", spec("none", "disk").files())).isEmpty();
    }

    @Test
    void aSecondVmOnTheSameDataDiskIsRefusedAndTheFirstLivesOn() throws Exception {
        RunningVm first = start(spec("one", "disk"));
        assertThatThrownBy(() -> start(spec("two", "disk"))).isInstanceOf(HypervisorException.class)
                .hasMessageContaining("Tried to start the VM two").hasMessageContaining("in use by another VM")
                .hasMessageContaining("\"write\" lock");
        assertThat(first.status()).isEqualTo(VmStatus.RUNNING);
    }

    @Test
    void aVmThatRunsIsNotStartedAgain() throws Exception {
        VmSpec spec = spec("one", "disk");
        RunningVm first = start(spec);
        assertThatThrownBy(() -> start(spec)).isInstanceOf(HypervisorException.class).hasMessageContaining("already");
        assertThat(first.status()).isEqualTo(VmStatus.RUNNING);
    }

    @Test
    void aStaleSocketAndPidFileDoNotKeepAVmFromStarting() throws Exception {
        VmSpec spec = spec("one", "disk");
        RunningVm first = start(spec);
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        first.onExit().get(10, TimeUnit.SECONDS);
        assertThat(spec.files().qmpSocket()).exists();
        assertThat(start(spec).status()).isEqualTo(VmStatus.RUNNING);
    }

    @Test
    void aQemuThatIsStoppedByTheSystemIsKilledAllTheSame() throws Exception {
        RunningVm vm = start(spec("one", "disk"));
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(vm.pid())).start().waitFor()).isZero();
        vm.kill();
        assertThat(vm.isAlive()).isFalse();
    }

    @Test
    void whatQemuSaysOfABadFileIsInTheMessage() throws Exception {
        VmSpec spec = spec("one", "disk");
        Files.delete(spec.disk().file());
        assertThatThrownBy(() -> start(spec)).isInstanceOf(HypervisorException.class)
                .hasMessageContaining("QEMU says").hasMessageContaining("No such file");
        assertThat(spec.files().pidFile()).doesNotExist();
    }

    @Test
    void theLaunchingProcessIsNotNeededAnyMore() throws Exception {
        RunningVm vm = start(spec("one", "disk"));
        Path output = Path.of("/proc", Long.toString(vm.pid()), "fd", "2").toRealPath();
        assertThat(output).isEqualTo(folder.resolve("one").resolve("qemu.log").toRealPath());
        await().atMost(Duration.ofSeconds(5)).until(() -> vm.status() == VmStatus.RUNNING);
    }

    private RunningVm start(VmSpec spec) throws Exception {
        RunningVm vm = hypervisor.start(spec);
        started.add(vm);
        return vm;
    }

    private VmSpec spec(String name, String disk) throws IOException {
        Path kernel = TinyKernel.write(folder.resolve("kernel"));
        Path data = folder.resolve(disk);
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.setLength(1024 * 1024);
        }
        return new VmSpec(name, Arch.AMD64, 2, 128, kernel, kernel, "quiet", kernel, new DataDisk(data, "data"),
                List.of(new FwCfgEntry.Text("opt/a", "x, y"), new FwCfgEntry.File("opt/b", kernel)),
                RuntimeFiles.in(Files.createDirectories(folder.resolve(name))));
    }
}
