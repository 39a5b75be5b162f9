// The command line of QEMU: a pure function of the VM, the host, the accelerator and QEMU's version.
package dev.wherry.engine.hypervisor.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.FwCfgEntry;
import dev.wherry.engine.hypervisor.VmSpec;

/**
 * Writes command lines for one QEMU on one host under one accelerator. The VM of a probe and a real VM share machine,
 * processor and accelerator, so that what was proved of the one holds for the other.
 *
 * @param qemu        the QEMU that will read them
 * @param host        the host it runs on
 * @param accelerator what runs the guest's code
 */
record QemuCommandLine(QemuInstallation qemu, Platform host, Accelerator accelerator) {

    /** The user network's name, by which forwards are added. */
    static final String NETWORK = "n0";
    /** The data disk's name within QEMU. */
    static final String DATA_NODE = "data";

    // Before 11, WHPX's own interrupt controller loses interrupts (QEMU issues 1043, 2042).
    private static final QemuVersion WHPX_INTERRUPTS_WORK = new QemuVersion(11, 0, 0);

    // QEMU would take up to 1 GiB for translated code; a quarter holds what a booted engine runs.
    private static final int TRANSLATION_CACHE_MIB = 256;

    /** The command line that runs {@code spec}. */
    List<String> of(VmSpec spec) {
        List<String> line = machine(spec.cpus(), spec.memoryMiB());
        line.addAll(List.of("-name", QemuOption.of("guest=" + spec.name()).toString()));
        if (host.os() == Os.LINUX) {
            // seccomp: a guest that breaks out of QEMU can neither start programs nor gain rights.
            line.addAll(List.of("-sandbox",
                    "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"));
        }
        line.addAll(List.of("-pidfile", spec.files().pidFile().toString()));
        line.addAll(List.of(
                "-chardev", QemuOption.of("socket").with("id", "qmp").with("path", spec.files().qmpSocket())
                        .with("server", "on").with("wait", "off").toString(),
                "-mon", "chardev=qmp,mode=control"));
        line.addAll(serial(spec.files().serialLog()));
        line.addAll(List.of(
                "-kernel", spec.kernel().toString(),
                "-initrd", spec.initrd().toString(),
                "-append", (spec.kernelCommandLine().strip() + " console=" + console()).strip()));
        line.addAll(disks(spec));
        line.addAll(List.of(
                // Port 0: the system picks a free one and QEMU holds it at once, so nobody can snatch it in between.
                "-netdev", "user,id=" + NETWORK + ",hostfwd=tcp:127.0.0.1:0-:22",
                // An empty romfile: there is nothing to boot from the network, and the file is not always packaged.
                "-device", "virtio-net-pci,netdev=" + NETWORK + ",romfile=",
                "-device", "virtio-rng-pci",
                "-device", "virtio-balloon-pci,id=balloon,free-page-reporting=on,deflate-on-oom=on"));
        for (FwCfgEntry entry : spec.fwCfg()) {
            QemuOption option = QemuOption.of("name=" + entry.name());
            line.addAll(List.of("-fw_cfg", switch (entry) {
                case FwCfgEntry.Text text -> option.with("string", text.text()).toString();
                case FwCfgEntry.File file -> option.with("file", file.file()).toString();
            }));
        }
        return List.copyOf(line);
    }

    /**
     * The command line of a throw-away VM that boots {@code kernel} with nothing to mount, and ends when the kernel has
     * panicked over that. Two processors, as the second is where half-working accelerators fail.
     */
    List<String> ofProbe(Path kernel, Path serialLog) {
        List<String> line = machine(2, 256);
        line.addAll(serial(serialLog));
        line.addAll(List.of(
                "-no-reboot",
                "-kernel", kernel.toString(),
                "-append", "quiet panic=-1 console=" + console()));
        return List.copyOf(line);
    }

    private List<String> machine(int cpus, int memoryMiB) {
        return new ArrayList<>(List.of(
                qemu.executable().toString(),
                "-nodefaults", "-no-user-config", "-display", "none",
                "-machine", machineType(),
                "-accel", acceleratorOption(),
                "-cpu", processor(),
                "-smp", Integer.toString(cpus),
                "-m", Integer.toString(memoryMiB)));
    }

    private String machineType() {
        return switch (qemu.arch()) {
            case ARM64 -> "virt,gic-version=max";
            // microvm would boot 0.8 s sooner, but has no clock beside the PIT: on a busy host Linux then fails to
            // calibrate the TSC and waits for ever for a tick. q35's HPET is there to measure against.
            // Without the devices that no guest of ours has a driver for, the firmware and the kernel look for less;
            // left alone under accelerators that it was not tried with.
            case AMD64 ->
                accelerator == Accelerator.TCG ? "q35,sata=off,smbus=off,usb=off,vmport=off,i8042=off" : "q35";
        };
    }

    private String acceleratorOption() {
        return switch (accelerator) {
            case HVF, KVM -> accelerator.qemuName();
            case TCG -> "tcg,thread=multi,tb-size=" + TRANSLATION_CACHE_MIB;
            // On arm64 only the hypervisor's interrupt controller is supported.
            case WHPX -> qemu.arch() == Arch.AMD64 && !qemu.version().isAtLeast(WHPX_INTERRUPTS_WORK)
                    ? "whpx,kernel-irqchip=off"
                    : "whpx";
        };
    }

    private String processor() {
        boolean amd64 = qemu.arch() == Arch.AMD64;
        return switch (accelerator) {
            case KVM -> "host";
            // 1 GiB pages are announced but do not work under HVF on Intel: guests panic.
            case HVF -> amd64 ? "host,-pdpe1gb" : "host";
            // "max" and "host" end in "Unexpected VP exit code 4" (QEMU issue 1043): a plain model, and what makes
            // encryption quick.
            case WHPX -> amd64 ? "qemu64,ssse3=on,sse4.1=on,sse4.2=on,popcnt=on,aes=on,pclmulqdq=on" : "max";
            // Under emulation "rep movsb" goes byte by byte, so the guest must not hear that it is fast (ERMS, FSRM); and
            // QARMA pointer authentication is slow, while QEMU's own function in its place is not.
            case TCG -> amd64 ? "max,-erms,-fsrm" : "max,pauth-impdef=on";
        };
    }

    private String console() {
        return qemu.arch() == Arch.AMD64 ? "ttyS0" : "ttyAMA0";
    }

    private static List<String> serial(Path log) {
        return List.of(
                "-chardev",
                QemuOption.of("file").with("id", "serial").with("path", log).with("append", "on").toString(),
                "-serial", "chardev:serial");
    }

    private List<String> disks(VmSpec spec) {
        QemuOption data = QemuOption.of("driver=raw").with("node-name", DATA_NODE).with("discard", "unmap")
                .with("file.driver", "file").with("file.filename", spec.disk().file());
        if (host.os() != Os.WINDOWS) {
            // Two VMs on one file system destroy it. Asked for by name, as QEMU locks of its own accord on Linux only;
            // on Windows, where the option is refused, an open disk cannot be opened for writing a second time.
            data.with("file.locking", "on");
        }
        return List.of(
                "-blockdev", QemuOption.of("driver=raw").with("node-name", "root").with("read-only", "on")
                        .with("file.driver", "file").with("file.filename", spec.rootImage()).toString(),
                "-device", "virtio-blk-pci,drive=root,serial=" + DataDisk.ROOT_SERIAL,
                "-blockdev", data.toString(),
                "-device", "virtio-blk-pci,drive=" + DATA_NODE + ",serial=" + spec.disk().serial());
    }
}
