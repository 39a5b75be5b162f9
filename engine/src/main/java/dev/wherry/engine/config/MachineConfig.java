// What a user can choose about a machine.
package dev.wherry.engine.config;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.hypervisor.Accelerator;
import org.jspecify.annotations.Nullable;

/**
 * A machine's settings, all of them valid.
 *
 * @param cpus         virtual processors, 1 to 64
 * @param memory       the guest's memory, 512 MiB or more
 * @param disk         size of the data disk, 4 GiB or more; it may grow, never shrink
 * @param accelerator  what to run the VM with; null for the best that works
 * @param stageTimeout how long one stage of the boot may take
 * @param engine       settings of the engine (dockerd's daemon.json) laid over the image's own
 */
public record MachineConfig(int cpus, DataSize memory, DataSize disk, @Nullable Accelerator accelerator,
        Duration stageTimeout, Map<String, JsonNode> engine) {

    public MachineConfig {
        engine = Map.copyOf(engine);
    }

    /**
     * What holds for a computer when the user has chosen nothing: enough for everyday work, and most of the computer left
     * to everything else.
     *
     * @param hostCpus   processors of the host
     * @param hostMemory memory of the host
     */
    public static MachineConfig defaultsFor(int hostCpus, DataSize hostMemory) {
        long quarter = hostMemory.bytes() / 4;
        long memory = Math.clamp(quarter, DataSize.ofGiB(1).bytes(), DataSize.ofGiB(4).bytes());
        return new MachineConfig(Math.clamp(hostCpus, 1, 4), DataSize.ofMiB(memory >> 20), DataSize.ofGiB(64), null,
                Duration.ofMinutes(2), Map.of());
    }

    MachineConfig withCpus(int count) {
        return new MachineConfig(count, memory, disk, accelerator, stageTimeout, engine);
    }

    MachineConfig withMemory(DataSize size) {
        return new MachineConfig(cpus, size, disk, accelerator, stageTimeout, engine);
    }

    MachineConfig withDisk(DataSize size) {
        return new MachineConfig(cpus, memory, size, accelerator, stageTimeout, engine);
    }

    MachineConfig withAccelerator(Accelerator only) {
        return new MachineConfig(cpus, memory, disk, only, stageTimeout, engine);
    }

    MachineConfig withStageTimeout(Duration timeout) {
        return new MachineConfig(cpus, memory, disk, accelerator, timeout, engine);
    }

    MachineConfig withEngine(Map<String, JsonNode> settings) {
        return new MachineConfig(cpus, memory, disk, accelerator, stageTimeout, settings);
    }
}
