// Tries out an accelerator by running a VM under it.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.ToolOutput;
import dev.wherry.engine.hypervisor.Accelerator;

/**
 * Boots the guest's own kernel, with two processors and nothing to mount, and wants to see it panic over that.
 *
 * <p>Why that and nothing smaller: accelerators break late. A KVM was seen that runs the firmware and the kernel's 16-bit
 * setup code, which even prints, and hangs at the first page table: a boot sector or a multiboot payload would have
 * called it working. WHPX is known to lose interrupts and to stop when the second processor starts (QEMU issues 1043,
 * 2042, 3178). A kernel that finds no root has been through paging, interrupts, timers, both processors and every
 * driver; it says so in words that have been the same for decades; and it resets the machine, which ends QEMU.
 */
final class AcceleratorProbe {

    private static final String PROOF = "Unable to mount root fs";
    private static final Path KVM_DEVICE = Path.of("/dev/kvm");
    private static final QemuVersion HVF_ARM64_WORKS = new QemuVersion(8, 2, 1);

    private static final List<String> HVF_SUPPORT = List.of("sysctl", "-n", "kern.hv_support");

    private static final int LONGEST_REASON = 60;

    private final QemuInstallation qemu;
    private final Platform host;
    private final Path kvmDevice;
    private final Duration deadline;

    /** A probe that gives the test VM {@code deadline} to prove itself. */
    AcceleratorProbe(QemuInstallation qemu, Platform host, Duration deadline) {
        this(qemu, host, deadline, KVM_DEVICE);
    }

    AcceleratorProbe(QemuInstallation qemu, Platform host, Duration deadline, Path kvmDevice) {
        this.qemu = qemu;
        this.host = host;
        this.deadline = deadline;
        this.kvmDevice = kvmDevice;
    }

    /**
     * Tries {@code accelerator} out with {@code kernel}. Software emulation is taken to work.
     *
     * @throws IOException when not even the attempt could be made
     */
    Verdict probe(Accelerator accelerator, Path kernel) throws IOException, InterruptedException {
        if (accelerator == Accelerator.TCG) {
            return new Verdict(true, "software emulation (TCG) works everywhere");
        }
        Optional<String> obstacle = obstacle(accelerator);
        return obstacle.isPresent() ? new Verdict(false, obstacle.get()) : run(accelerator, kernel);
    }

    /** Why it is not worth starting a VM. */
    private Optional<String> obstacle(Accelerator accelerator) throws InterruptedException {
        if (accelerator == Accelerator.KVM) {
            if (!Files.exists(kvmDevice)) {
                return Optional.of("KVM is not available: there is no " + kvmDevice);
            }
            if (!Files.isReadable(kvmDevice) || !Files.isWritable(kvmDevice)) {
                return Optional.of("KVM is present but this user may not open " + kvmDevice
                        + " (joining the group \"kvm\" and logging in again usually allows it)");
            }
        }
        if (accelerator == Accelerator.HVF && qemu.arch() == Arch.ARM64 && !qemu.version().isAtLeast(HVF_ARM64_WORKS)) {
            return Optional.of("HVF on Apple silicon needs QEMU " + HVF_ARM64_WORKS + "; this is " + qemu.version());
        }
        return accelerator == Accelerator.HVF ? withoutHvf(ToolOutput.of(HVF_SUPPORT)) : Optional.empty();
    }

    /** What {@code sysctl} says of HVF, put into words; empty when it is there, or nothing is said. */
    static Optional<String> withoutHvf(Optional<String> sysctl) {
        return sysctl.filter(said -> said.strip().equals("0"))
                .map(said -> "HVF is not available: this Mac's processor, or the VM that it is itself, does not offer it"
                        + " (kern.hv_support is 0)");
    }

    /** Boots the kernel under {@code accelerator} and judges what comes of it. */
    Verdict run(Accelerator accelerator, Path kernel) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wherry-probe");
        try {
            Path console = folder.resolve("console.log");
            ErrorLog errors = new ErrorLog(folder.resolve("qemu.log"));
            List<String> command = new QemuCommandLine(qemu, host, accelerator).ofProbe(kernel, console);
            boolean ended = run(command, errors.file());
            return judge(accelerator.name(), ended, read(console), errors.tail());
        } finally {
            delete(folder);
        }
    }

    private boolean run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().close();
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // A QEMU whose guest spins is killed for certain; its files can then be deleted on Windows too.
            process.destroyForcibly().waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Verdict judge(String name, boolean ended, String console, String errors) {
        if (console.contains(PROOF)) {
            return new Verdict(true, name + " works: a test VM ran under it");
        }
        if (!ended) {
            return new Verdict(false, String.format(Locale.ROOT,
                    "%s is present but a test VM did not run under it within %.0f s", name, deadline.toMillis() / 1e3));
        }
        return new Verdict(false, name + " is present but a test VM failed under it"
                + (errors.isEmpty() ? "" : " (" + firstWords(errors) + ")"));
    }

    // A line for the user; the rest of what QEMU said would only frighten.
    private static String firstWords(String errors) {
        String first = errors.lines().findFirst().orElse("").replaceFirst("^qemu-system-\\w+: (error: )?", "");
        return first.length() <= LONGEST_REASON ? first : first.substring(0, LONGEST_REASON) + "...";
    }

    private static String read(Path file) throws IOException {
        // The kernel may print bytes that are no text.
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
