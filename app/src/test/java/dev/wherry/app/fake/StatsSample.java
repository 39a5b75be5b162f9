// The figures of a container that does nothing.
package dev.wherry.app.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Figures that look alive, and are the same at the same beat. */
final class StatsSample {

    static final int CPUS = 4;
    static final long MEMORY = 4L << 30;
    private static final double SECOND = 1e9;

    private final FakeContainer container;
    private final int seed;

    StatsSample(FakeContainer container) {
        this.container = container;
        this.seed = Math.floorMod(container.id.hashCode(), 1000);
    }

    /** As {@code GET /containers/{id}/stats} says it at {@code beat}, and at the beat before unless that was never read. */
    ObjectNode at(long beat, Instant now, boolean first) {
        boolean up = container.isUp();
        long limit = container.spec.memory() > 0 ? container.spec.memory() : MEMORY;
        ObjectNode json = Json.object("read", Json.time(up ? now : null),
                "preread", Json.time(up && !first ? now.minusSeconds(1) : null),
                "pids_stats", up ? Map.of("current", 1 + seed % 40, "limit", 4000) : Map.of(),
                "blkio_stats", Json.object("io_service_bytes_recursive", up ? blocks(beat) : null),
                "num_procs", 0, "storage_stats", Map.of(), "cpu_stats", up ? cpu(beat) : noCpu(),
                "precpu_stats", first || !up ? noCpu() : cpu(beat - 1),
                "memory_stats", up ? memory(beat, limit) : Map.of(), "name", "/" + container.name(), "id",
                container.id);
        if (up) {
            json.set("networks", Json.object("eth0", network(beat)));
        }
        return json;
    }

    // A share of a processor that swings about its middle; usage is its integral, and so never falls.
    private ObjectNode cpu(long beat) {
        double share = container.state() == FakeContainer.State.PAUSED ? 0 : (seed % 97) / 100.0;
        long used = (long) (SECOND * share * (beat - 3 * Math.cos(beat / 5.0 + seed)));
        return Json.object("cpu_usage", Json.object("total_usage", used, "usage_in_kernelmode", used / 4,
                "usage_in_usermode", used - used / 4), "system_cpu_usage", (long) (SECOND * CPUS * beat),
                "online_cpus", CPUS, "throttling_data", throttling());
    }

    private static ObjectNode noCpu() {
        return Json.object("cpu_usage", Map.of("total_usage", 0, "usage_in_kernelmode", 0, "usage_in_usermode", 0),
                "throttling_data", throttling());
    }

    private static Map<String, Integer> throttling() {
        return Map.of("periods", 0, "throttled_periods", 0, "throttled_time", 0);
    }

    private ObjectNode memory(long beat, long limit) {
        long cache = (seed + 10) * 100_000L;
        long usage = cache + (long) ((seed % 300 + 5) * 1_000_000L * (1 + 0.1 * Math.sin(beat / 9.0 + seed)));
        return Json.object("usage", Math.min(usage, limit),
                "stats", Map.of("active_anon", usage - cache, "inactive_file", cache, "active_file", 0), "limit",
                limit);
    }

    private List<ObjectNode> blocks(long beat) {
        return List.of(Json.object("major", 254, "minor", 0, "op", "read", "value", seed * 40_960L + beat * 4096),
                Json.object("major", 254, "minor", 0, "op", "write", "value", beat * (seed % 64) * 1024));
    }

    private ObjectNode network(long beat) {
        long received = beat * (seed + 1) * 128 + beat % 7 * 2048;
        return Json.object("rx_bytes", received, "rx_packets", received / 700, "rx_errors", 0, "rx_dropped", 0,
                "tx_bytes", received / 3, "tx_packets", received / 2100, "tx_errors", 0, "tx_dropped", 0);
    }
}
