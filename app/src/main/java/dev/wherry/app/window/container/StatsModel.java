// Follows what a container uses.
package dev.wherry.app.window.container;

import java.io.IOException;
import java.util.Objects;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.window.container.StatsHistory.Phase;
import dev.wherry.engine.docker.ContainerStats;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.StatsReader;
import org.jspecify.annotations.Nullable;

/** The figures of one container, once a second from {@link #resume} to {@link #rest}. */
final class StatsModel implements Subscription, ContainerFeed.Source {

    private final Containers containers;
    private final ContainerModel container;
    private final Live<StatsHistory> history = new Live<>(StatsHistory.NONE);
    private @Nullable ContainerFeed feed;

    /** The figures of {@code container} of the engine that has {@code containers}. */
    StatsModel(Containers containers, ContainerModel container) {
        this.containers = containers;
        this.container = container;
    }

    /** The last minutes' figures. */
    Live<StatsHistory> history() {
        return history;
    }

    /** Follows the figures. */
    void resume() {
        if (feed == null) {
            feed = new ContainerFeed("stats", container.glance(), this);
        }
    }

    /** Leaves the container alone. */
    void rest() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    @Override
    public ContainerFeed.Stream open() throws IOException {
        return new Readings(containers.stats(container.id()));
    }

    @Override
    public void ended() {
        history.update(old -> old.in(Phase.ENDED, ""));
    }

    @Override
    public void failed(IOException why) {
        history.update(old -> old.in(Phase.FAILED, Objects.requireNonNullElse(why.getMessage(), why.toString())));
    }

    @Override
    public void close() {
        rest();
    }

    private final class Readings implements ContainerFeed.Stream {

        private final StatsReader reader;
        private @Nullable ContainerStats before;

        Readings(StatsReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean next() throws IOException {
            ContainerStats now = reader.next();
            if (now == null) {
                return false;
            }
            if (before != null) {
                StatsPoint point = StatsPoint.between(before, now);
                history.update(old -> old.with(point));
            }
            before = now;
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
