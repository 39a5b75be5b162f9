// The hypervisor of this computer.
package dev.wherry.engine.machine;

import java.nio.file.Path;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.Hypervisor;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;
import dev.wherry.engine.hypervisor.qemu.QemuLocator;
import org.jspecify.annotations.Nullable;

/** Finds QEMU anew for each use: it may be installed, or moved, while the agent runs. */
interface HostHypervisor {

    /**
     * The hypervisor.
     *
     * @param setting the accelerator to use; null for the best that works
     * @throws PrecheckException when there is none
     */
    Hypervisor with(@Nullable Accelerator setting) throws PrecheckException, InterruptedException;

    /** QEMU, which remembers in {@code data}, the folder for what all machines share, which accelerators work. */
    static HostHypervisor qemu(Path data) {
        return setting -> {
            Platform host = Platform.current();
            try {
                return new QemuHypervisor(QemuLocator.ofHost().locate(host.arch()), host, setting,
                        QemuHypervisor.verdictFile(data));
            } catch (HypervisorException e) {
                throw new PrecheckException(e.getMessage(), "Install QEMU, or name its program by WHERRY_QEMU.");
            }
        };
    }
}
