// The ways in which a processor can run a guest's code, and which of them are worth trying where.
package dev.wherry.engine.hypervisor;

import java.util.List;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;

/** What executes the guest's instructions: the host's processor through its operating system, or software alone. */
public enum Accelerator {
    /** macOS's Hypervisor.framework. */
    HVF("hvf"),
    /** The Windows Hypervisor Platform. */
    WHPX("whpx"),
    /** Linux's own. */
    KVM("kvm"),
    /** Software emulation, QEMU's "tiny code generator": works everywhere, for every guest, many times slower. */
    TCG("tcg");

    private final String qemuName;

    Accelerator(String qemuName) {
        this.qemuName = qemuName;
    }

    /** Its name after QEMU's {@code -accel}. */
    public String qemuName() {
        return qemuName;
    }

    /**
     * The accelerators to try on a host for a guest, best first; the last is always {@link #TCG}. A guest of another
     * architecture than the host's can only be emulated.
     */
    public static List<Accelerator> candidates(Platform host, Arch guest) {
        if (host.arch() != guest) {
            return List.of(TCG);
        }
        return switch (host.os()) {
            case MAC -> List.of(HVF, TCG);
            case WINDOWS -> List.of(WHPX, TCG);
            case LINUX -> List.of(KVM, TCG);
        };
    }
}
