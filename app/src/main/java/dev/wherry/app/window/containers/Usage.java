// What a container or a project uses just now.
package dev.wherry.app.window.containers;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

import dev.wherry.engine.docker.ContainerStats;
import org.jspecify.annotations.Nullable;

/**
 * Use of the machine.
 *
 * @param cpu    processor time, as a fraction: 1 for one processor kept busy
 * @param memory in bytes
 */
record Usage(double cpu, long memory) {

    private static final double PERCENT = 100;

    /** What the running containers of {@code entry} use together; null unless each of them has been read, and there is one. */
    static @Nullable Usage of(ContainerEntry entry, Map<String, ContainerStats> stats) {
        Collection<@Nullable ContainerStats> readings = entry.rows().stream().filter(row -> row.state().running())
                .<@Nullable ContainerStats>map(row -> stats.get(row.id())).toList();
        if (readings.isEmpty() || readings.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        double cpu = 0;
        long memory = 0;
        for (ContainerStats reading : readings) {
            cpu += reading.cpuPercent() / PERCENT;
            memory += reading.memory();
        }
        return new Usage(cpu, memory);
    }
}
