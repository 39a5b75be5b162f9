// What a user can choose about a machine.
package dev.wherry.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.proxy.ProxySettings;
import org.jspecify.annotations.Nullable;

/**
 * A machine's settings, all of them valid.
 *
 * @param cpus         virtual processors, 1 to 64
 * @param memory       the guest's memory, 512 MiB or more
 * @param disk         size of the data disk, 4 GiB or more; it may grow, never shrink
 * @param accelerator  what to run the VM with; null for the best that works
 * @param stageTimeout how long one stage of the boot may take
 * @param shares       folders of the host that the guest may use
 * @param ports        who reaches published ports, and where
 * @param engine       settings of the engine (dockerd's daemon.json) laid over the image's own
 * @param proxy        by which proxies the engine reaches the network
 * @param host         what containers may use of this computer
 */
public record MachineConfig(int cpus, DataSize memory, DataSize disk, @Nullable Accelerator accelerator,
        Duration stageTimeout, List<SharedFolder> shares, PortPolicy ports, Map<String, JsonNode> engine,
        ProxySettings proxy, HostSettings host) {

    public MachineConfig {
        shares = List.copyOf(shares);
        engine = Map.copyOf(engine);
    }
}
