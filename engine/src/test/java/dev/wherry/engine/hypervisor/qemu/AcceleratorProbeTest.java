// What counts as an accelerator that works, and how often that is asked.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class AcceleratorProbeTest {

    private static final Platform LINUX = new Platform(Os.LINUX, Arch.AMD64);
    private static final QemuVersion VERSION = new QemuVersion(8, 2, 0);
    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final String WORKS = "echo run >> \"$0.runs\"; echo 'VFS: Unable to mount root fs' > \"$console\"";
    private static final String FAILS = "echo run >> \"$0.runs\"; echo 'no such CPU'; exit 1";

    @TempDir
    private Path folder;
    private Path kernel;
    private Path device;

    @BeforeEach
    void makeKernelAndDevice() throws Exception {
        kernel = Files.writeString(folder.resolve("kernel"), "kernel");
        device = Files.writeString(folder.resolve("kvm"), "");
    }

    @Test
    void aKernelThatGotToItsRootProvesTheAccelerator() throws Exception {
        assertThat(probe(WORKS, AMPLE)).isEqualTo(new Verdict(true, "KVM works: a test VM ran under it"));
    }

    @Test
    void aGuestThatPrintsFromItsFirmwareAndHangsProvesNothing() throws Exception {
        assertThat(probe("echo 'Probing EDD (edd=off to disable)... ok' > \"$console\"; exec sleep 600",
                Duration.ofSeconds(1)))
                .isEqualTo(new Verdict(false, "KVM is present but a test VM did not run under it within 1 s"));
    }

    @Test
    void aQemuThatEndsAsIfAllWereWellProvesNothing() throws Exception {
        assertThat(probe("exit 0", AMPLE))
                .isEqualTo(new Verdict(false, "KVM is present but a test VM failed under it"));
    }

    @Test
    void qemusOwnReasonIsPassedOn() throws Exception {
        assertThat(probe(FAILS, AMPLE).explanation())
                .isEqualTo("KVM is present but a test VM failed under it (no such CPU)");
    }

    @Test
    void withoutADeviceNoVmIsStarted() throws Exception {
        Files.delete(device);
        assertThat(probe(WORKS, AMPLE).explanation()).isEqualTo("KVM is not available: there is no " + device);
        assertThat(folder.resolve("qemu.runs")).doesNotExist();
    }

    @Test
    void hvfOnAppleSiliconWantsAQemuThatCan() throws Exception {
        QemuInstallation qemu = FakeQemu.install(folder.resolve("qemu"), WORKS, VERSION, Arch.ARM64);
        AcceleratorProbe probe = new AcceleratorProbe(qemu, new Platform(Os.MAC, Arch.ARM64), AMPLE);
        assertThat(probe.probe(Accelerator.HVF, kernel).explanation()).contains("needs QEMU 8.2.1");
    }

    @Test
    void aMacWithoutHvfIsToldFromOneThatDoesNotSay() {
        assertThat(AcceleratorProbe.withoutHvf(Optional.of("0\n")))
                .hasValueSatisfying(why -> assertThat(why).startsWith("HVF is not available"));
        assertThat(AcceleratorProbe.withoutHvf(Optional.of("1\n"))).isEmpty();
        assertThat(AcceleratorProbe.withoutHvf(Optional.of(""))).isEmpty();
        assertThat(AcceleratorProbe.withoutHvf(Optional.empty())).isEmpty();
    }

    @Test
    void aVerdictIsRememberedForThisBootThisQemuAndThisKernel() throws Exception {
        AcceleratorChoice first = chooser(FAILS, "boot-1", VERSION).choose(kernel);
        assertThat(first)
                .isEqualTo(new AcceleratorChoice(Accelerator.TCG, "KVM is present but a test VM failed under it"
                        + " (no such CPU); using software emulation (TCG), which is much slower"));
        assertThat(chooser(FAILS, "boot-1", VERSION).choose(kernel)).isEqualTo(first);
        assertThat(runs()).isEqualTo(1);

        chooser(FAILS, "boot-1", new QemuVersion(9, 0, 0)).choose(kernel);
        assertThat(runs()).as("another QEMU").isEqualTo(2);
        Files.writeString(kernel, "another kernel");
        chooser(FAILS, "boot-1", VERSION).choose(kernel);
        assertThat(runs()).as("another kernel").isEqualTo(3);
        assertThat(chooser(WORKS, "boot-2", VERSION).choose(kernel).accelerator()).isEqualTo(Accelerator.KVM);
        assertThat(runs()).as("another boot").isEqualTo(4);
        assertThat(Files.readString(verdicts())).doesNotContain("boot-1");
    }

    @Test
    void aDamagedVerdictFileCostsAProbe() throws Exception {
        Files.writeString(verdicts(), "{\"half");
        assertThat(chooser(WORKS, "boot-1", VERSION).choose(kernel).accelerator()).isEqualTo(Accelerator.KVM);
        assertThat(chooser(WORKS, "boot-1", VERSION).choose(kernel).accelerator()).isEqualTo(Accelerator.KVM);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void aGuestOfAnotherArchitectureIsEmulatedUnprobed() throws Exception {
        QemuInstallation qemu = FakeQemu.install(folder.resolve("qemu"), WORKS, VERSION, Arch.ARM64);
        AcceleratorChoice choice = chooser(qemu, "boot-1").choose(kernel);
        assertThat(choice.accelerator()).isEqualTo(Accelerator.TCG);
        assertThat(choice.explanation()).startsWith("the guest is of another architecture");
        assertThat(folder.resolve("qemu.runs")).doesNotExist();
    }

    private Verdict probe(String script, Duration deadline) throws Exception {
        QemuInstallation qemu = FakeQemu.install(folder.resolve("qemu"), script, VERSION, Arch.AMD64);
        return new AcceleratorProbe(qemu, LINUX, deadline, device).probe(Accelerator.KVM, kernel);
    }

    private AcceleratorChooser chooser(String script, String bootId, QemuVersion version) throws Exception {
        return chooser(FakeQemu.install(folder.resolve("qemu"), script, version, Arch.AMD64), bootId);
    }

    private AcceleratorChooser chooser(QemuInstallation qemu, String bootId) {
        return new AcceleratorChooser(qemu, LINUX, new AcceleratorProbe(qemu, LINUX, AMPLE, device),
                new VerdictFile(verdicts(), bootId));
    }

    private Path verdicts() {
        return folder.resolve("verdicts.json");
    }

    private int runs() throws Exception {
        return Files.readAllLines(folder.resolve("qemu.runs")).size();
    }
}
