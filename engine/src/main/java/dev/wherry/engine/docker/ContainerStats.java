// What a container uses of the machine.
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a container's counters ({@code GET /containers/{id}/stats}), computed as {@code docker stats} does.
 *
 * @param time         when it was taken, by the guest's clock
 * @param cpuPercent   processor time since the reading before, 100 for one processor kept busy; 0 when there was none before
 * @param cpuNanos     processor time that the container has had, in nanoseconds
 * @param machineNanos processor time that the whole machine has had, in nanoseconds of all processors together
 * @param cpus         processors of the machine
 * @param memory       in use, in bytes, without the page cache that can be given up
 * @param memoryLimit  most that it may use, in bytes: its own limit or the machine's memory
 * @param received     bytes that have come by the network
 * @param sent         bytes that have gone by the network
 * @param blockRead    bytes read from disks
 * @param blockWritten bytes written to disks
 * @param processes    processes and threads
 */
public record ContainerStats(Instant time, double cpuPercent, long cpuNanos, long machineNanos, int cpus, long memory,
        long memoryLimit, long received, long sent, long blockRead, long blockWritten, long processes) {

    /** Processor time between {@code earlier} and this, 100 for one processor kept busy. */
    public double cpuPercentSince(ContainerStats earlier) {
        return percent(cpuNanos - earlier.cpuNanos, machineNanos - earlier.machineNanos, cpus);
    }

    /** The reading in {@code json}; null when there is none, because the container does not run. */
    static @Nullable ContainerStats from(JsonNode json) {
        JsonNode cpu = json.path("cpu_stats");
        if (!cpu.has("system_cpu_usage")) {
            return null;
        }
        JsonNode memory = json.path("memory_stats");
        return new ContainerStats(JsonValues.time(json.path("read")), percent(cpu, json.path("precpu_stats")),
                total(cpu), cpu.path("system_cpu_usage").asLong(), cpus(cpu), used(memory),
                memory.path("limit").asLong(), network(json, "rx_bytes"), network(json, "tx_bytes"),
                block(json, "read"), block(json, "write"), json.path("pids_stats").path("current").asLong());
    }

    /** Whether {@code json} holds the reading before, too, which a rate takes. */
    static boolean isRate(JsonNode json) {
        return json.path("precpu_stats").has("system_cpu_usage");
    }

    private static double percent(JsonNode now, JsonNode before) {
        return before.has("system_cpu_usage")
                ? percent(total(now) - total(before),
                        now.path("system_cpu_usage").asLong() - before.path("system_cpu_usage").asLong(), cpus(now))
                : 0;
    }

    private static double percent(long own, long machine, int cpus) {
        return own > 0 && machine > 0 ? 100.0 * cpus * own / machine : 0;
    }

    private static long total(JsonNode cpu) {
        return cpu.path("cpu_usage").path("total_usage").asLong();
    }

    private static int cpus(JsonNode cpu) {
        int online = cpu.path("online_cpus").asInt();
        return online > 0 ? online : Math.max(1, cpu.path("cpu_usage").path("percpu_usage").size());
    }

    // inactive_file is its name with cgroup v2, total_inactive_file with v1.
    private static long used(JsonNode memory) {
        long usage = memory.path("usage").asLong();
        JsonNode details = memory.path("stats");
        long cache = details.path("total_inactive_file").asLong(details.path("inactive_file").asLong());
        return cache < usage ? usage - cache : usage;
    }

    private static long network(JsonNode json, String counter) {
        return json.path("networks").valueStream().mapToLong(card -> card.path(counter).asLong()).sum();
    }

    private static long block(JsonNode json, String operation) {
        return JsonValues.elements(json.path("blkio_stats").path("io_service_bytes_recursive"))
                .filter(entry -> entry.path("op").asText().toLowerCase(Locale.ROOT).equals(operation))
                .mapToLong(entry -> entry.path("value").asLong()).sum();
    }
}
