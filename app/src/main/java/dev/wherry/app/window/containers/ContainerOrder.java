// In which order containers are shown.
package dev.wherry.app.window.containers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import dev.wherry.engine.docker.ContainerStats;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param column     by what
 * @param descending whether the greatest comes first
 */
public record ContainerOrder(Column column, boolean descending) {

    /** By what containers can be ordered. */
    public enum Column {
        NAME,
        STATE,
        IMAGE,
        PORTS,
        CPU,
        MEMORY,
        SINCE;

        /** Whether the order by it changes with every reading. */
        boolean live() {
            return this == CPU || this == MEMORY;
        }
    }

    /** By name. */
    static final ContainerOrder USUAL = new ContainerOrder(Column.NAME, false);

    /** Groups {@code rows} by project and puts everything into order: a project goes where its first container would. */
    List<ContainerEntry> of(List<ContainerRow> rows, Map<String, ContainerStats> stats) {
        Comparator<ContainerEntry> order = comparator(stats);
        Map<String, List<ContainerRow>> projects = new TreeMap<>();
        List<ContainerEntry> entries = new ArrayList<>();
        rows.stream().sorted(order).forEach(row -> {
            if (row.project().isEmpty()) {
                entries.add(row);
            } else {
                projects.computeIfAbsent(row.project(), project -> new ArrayList<>()).add(row);
            }
        });
        projects.forEach((name, members) -> entries.add(new ContainerGroup(name, members)));
        entries.sort(order);
        return List.copyOf(entries);
    }

    private Comparator<ContainerEntry> comparator(Map<String, ContainerStats> stats) {
        Comparator<ContainerEntry> byName = Comparator.comparing(ContainerEntry::name, String.CASE_INSENSITIVE_ORDER);
        Comparator<ContainerEntry> order = switch (column) {
            case NAME -> byName;
            case STATE -> Comparator.comparing(entry -> first(entry).state().name());
            case IMAGE -> Comparator.comparing(entry -> first(entry).image(), String.CASE_INSENSITIVE_ORDER);
            case PORTS -> Comparator.comparing(entry -> first(entry).ports().stream().findFirst()
                    .map(port -> port.published() ? port.host() : Integer.MAX_VALUE).orElse(Integer.MAX_VALUE));
            case CPU -> byUse(stats, Usage::cpu);
            case MEMORY -> byUse(stats, Usage::memory);
            case SINCE -> Comparator.comparing(entry -> first(entry).since(), Comparator.reverseOrder());
        };
        return (descending ? order.reversed() : order).thenComparing(byName).thenComparing(ContainerEntry::key);
    }

    private static ContainerRow first(ContainerEntry entry) {
        return entry.rows().getFirst();
    }

    private static Comparator<ContainerEntry> byUse(Map<String, ContainerStats> stats, ToDoubleFunction<Usage> amount) {
        return Comparator.comparingDouble(entry -> {
            @Nullable
            Usage usage = Usage.of(entry, stats);
            return usage == null ? -1 : amount.applyAsDouble(usage);
        });
    }
}
