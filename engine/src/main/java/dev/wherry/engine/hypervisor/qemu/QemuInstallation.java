// A QEMU that was found on the host.
package dev.wherry.engine.hypervisor.qemu;

import java.nio.file.Path;

import dev.wherry.engine.host.Platform.Arch;

/**
 * A QEMU system emulator.
 *
 * @param executable its absolute path
 * @param version    what it said when asked
 * @param arch       the guest architecture it emulates
 */
public record QemuInstallation(Path executable, QemuVersion version, Arch arch) {

    /** QEMU's name of the program that emulates {@code arch}, without a suffix. */
    static String programName(Arch arch) {
        return switch (arch) {
            case AMD64 -> "qemu-system-x86_64";
            case ARM64 -> "qemu-system-aarch64";
        };
    }

    @Override
    public String toString() {
        return "QEMU " + version + " (" + executable + ")";
    }
}
