// Whether there is a QEMU that Wherry can use.
package dev.wherry.engine.doctor;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.qemu.QemuLocator;

/** Looks for QEMU as a start does. */
final class QemuCheck implements Check {

    @Override
    public String id() {
        return "qemu";
    }

    @Override
    public String title() {
        return "QEMU";
    }

    @Override
    public Finding run() throws InterruptedException {
        Platform host = Platform.current();
        try {
            return Finding.passed(this, QemuLocator.ofHost().locate(host.arch()).toString());
        } catch (HypervisorException e) {
            return Finding.failed(this, e.getMessage(), install(host) + ", or name its program by WHERRY_QEMU");
        }
    }

    static String install(Platform host) {
        return switch (host.os()) {
            case MAC -> "brew install qemu";
            case WINDOWS -> "winget install SoftwareFreedomConservancy.QEMU";
            case LINUX -> switch (host.arch()) {
                case AMD64 -> "sudo apt install qemu-system-x86 (or your distribution's package of it)";
                case ARM64 -> "sudo apt install qemu-system-arm (or your distribution's package of it)";
            };
        };
    }
}
