// What the page of containers shows, free of any toolkit.
package dev.wherry.app.window.containers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.StatsWatch;
import dev.wherry.engine.docker.ContainerStats;
import dev.wherry.engine.docker.ContainerSummary;

/** The containers as the page shows them: filtered, grouped and in order, with what the running ones use. */
public final class ContainersModel implements Subscription {

    /** Up to so many running containers are all read; of more, only those in view. */
    static final int MOST_READ = 50;

    private final Desk desk;
    private final Clock clock;
    private final Beginnings beginnings = new Beginnings();
    private final Scope scope = new Scope();
    private final StatsWatch stats;
    private final Live<ContainerFilter> filter = new Live<>(ContainerFilter.NONE);
    private final Live<ContainerOrder> order = new Live<>(ContainerOrder.USUAL);
    private final Live<Set<String>> inView = new Live<>(Set.of());
    private final Live<Boolean> shown = new Live<>(false);
    private final Live<List<ContainerRow>> listed;
    private final Live<List<ContainerRow>> rows;
    private final Live<Map<String, ContainerStats>> orderingStats;
    private final Live<Contents> contents;
    private final Live<Set<String>> read;

    /** The containers of {@code desk}'s engine; {@code clock} tells ages. */
    public ContainersModel(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.stats = new StatsWatch(desk.engine().client());
        scope.add(stats);
        listed = Live.computed(scope, this::list, desk.engine().containers());
        rows = Live.computed(scope, this::addForwards, listed, desk.machine());
        orderingStats = Live.computed(scope,
                () -> order.get().column().live() ? stats.stats().get() : Map.<String, ContainerStats>of(), order,
                stats.stats());
        contents = Live.computed(scope, this::arrange, desk.engine().containers(), rows, filter, order, orderingStats);
        read = Live.computed(scope, this::worthReading, rows, inView, shown);
        scope.add(read.listen(() -> stats.watch(read.get())));
    }

    private List<ContainerRow> list() {
        Instant now = clock.instant();
        List<ContainerSummary> containers = desk.engine().containers().get().items();
        Map<String, Instant> since = beginnings.at(now, containers);
        return containers.stream()
                .map(container -> ContainerRow.of(container, since.getOrDefault(container.id(), now))).toList();
    }

    private List<ContainerRow> addForwards() {
        return listed.get().stream().map(row -> row.with(desk.machine().get().report().ports())).toList();
    }

    private Contents arrange() {
        Listing<ContainerSummary> listing = desk.engine().containers().get();
        List<ContainerRow> all = rows.get();
        return new Contents(listing.known(), all.size(), all.stream().filter(row -> row.state().running()).count(),
                order.get().of(filter.get().of(all), orderingStats.get()));
    }

    private Set<String> worthReading() {
        Set<String> running = rows.get().stream().filter(row -> row.state().running()).map(ContainerRow::id)
                .collect(Collectors.toUnmodifiableSet());
        if (!shown.get()) {
            return Set.of();
        }
        return running.size() <= MOST_READ
                ? running
                : inView.get().stream().filter(running::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** What is shown. */
    public Live<Contents> contents() {
        return contents;
    }

    /** Which containers are shown; to be set by the view. */
    public Live<ContainerFilter> filter() {
        return filter;
    }

    /** In which order; to be set by the view. */
    public Live<ContainerOrder> order() {
        return order;
    }

    /** The last readings of running containers, by id, while the page is shown. */
    public Live<Map<String, ContainerStats>> stats() {
        return stats.stats();
    }

    /** Whether anybody sees the page; to be set by the view. */
    public Live<Boolean> shown() {
        return shown;
    }

    /** The ids of the containers that can be seen without scrolling; to be set by the view. */
    public Live<Set<String>> inView() {
        return inView;
    }

    /** Whether there is a container with this id. Only meaningful once the engine has told what it has. */
    public boolean has(String id) {
        return rows.get().stream().anyMatch(row -> row.id().equals(id));
    }

    /** The containers in {@code entries}, each once even if its project is among them, too. */
    static List<ContainerRow> rowsOf(Stream<ContainerEntry> entries) {
        return entries.flatMap(entry -> entry.rows().stream()).distinct().toList();
    }

    @Override
    public void close() {
        scope.close();
    }
}
