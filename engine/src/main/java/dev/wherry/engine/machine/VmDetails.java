// The facts of a running VM.
package dev.wherry.engine.machine;

import java.util.Set;

import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.proxy.Proxies;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a running VM.
 *
 * @param pid         the hypervisor's process
 * @param accelerator what runs the guest's code
 * @param reason      why it is this accelerator, in a sentence
 * @param image       version of the guest image
 * @param cpus        virtual processors
 * @param memoryMiB   memory in MiB
 * @param sshPort     loopback port of the guest's sshd
 * @param proxy       the engine's proxies and who names them, without passwords; null when it has none
 * @param openPorts   the only ports of the host's loopback that containers may reach; null for all of them
 * @param sshAgent    whether containers may be given the SSH agent of the host's user
 */
public record VmDetails(long pid, String accelerator, String reason, String image, int cpus, int memoryMiB,
        int sshPort, @Nullable String proxy, @Nullable Set<Integer> openPorts,
        boolean sshAgent) {

    public VmDetails {
        openPorts = openPorts == null ? null : Set.copyOf(openPorts);
    }

    /** Those of {@code vm}, which has just been started. */
    static VmDetails of(RunningVm vm, AcceleratorChoice choice, GuestImage image, MachineConfig config,
            Proxies proxies) {
        return new VmDetails(vm.pid(), choice.accelerator().qemuName(), choice.explanation(),
                image.manifest().version(), config.cpus(), config.memory().toMiB(), vm.sshPort(),
                proxies.isEmpty() ? null : proxies.toString(),
                config.host().loopback() ? null : proxies.loopbackPorts(), config.host().sshAgent());
    }
}
