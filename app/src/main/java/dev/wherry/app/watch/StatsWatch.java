// What the running containers use just now.
package dev.wherry.app.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.docker.ContainerStats;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.StatsReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the readings of those containers that somebody looks at: a connection and a virtual thread for each. Costs nothing while
 * nobody looks at any.
 */
public final class StatsWatch implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(StatsWatch.class);
    /** However many containers there are, the readings change once in this time. */
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Containers containers;
    private final Live<Map<String, ContainerStats>> stats = new Live<>(Map.of());
    private final Map<String, ContainerStats> latest = new ConcurrentHashMap<>();
    private final Map<String, Thread> readers = new HashMap<>(); // guarded by itself
    private final Semaphore changes = new Semaphore(0);
    private final Thread publisher = Thread.ofVirtual().name("stats").unstarted(this::publish);

    /** Follows containers of {@code client}'s engine; none as yet. */
    public StatsWatch(EngineClient client) {
        this.containers = new Containers(client);
        publisher.start();
    }

    /** The last readings by the containers' ids; those that have not been read yet are not in it. */
    public Live<Map<String, ContainerStats>> stats() {
        return stats;
    }

    /** Follows the containers {@code ids} from now on, and no others. Does not wait for anything. */
    public void watch(Set<String> ids) {
        synchronized (readers) {
            readers.entrySet().removeIf(reader -> {
                boolean unwanted = !ids.contains(reader.getKey());
                if (unwanted) {
                    reader.getValue().interrupt();
                }
                return unwanted;
            });
            ids.forEach(id -> readers.computeIfAbsent(id,
                    wanted -> Thread.ofVirtual().name("stats-" + wanted).start(() -> follow(wanted))));
        }
    }

    private void follow(String id) {
        try {
            while (true) {
                try (StatsReader reader = containers.stats(id)) {
                    read(id, reader);
                } catch (IOException e) {
                    LOG.debug("The use of {} could not be read: {}", id, e.getMessage());
                }
                forget(id);
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is followed no longer", id);
        } finally {
            forget(id);
        }
    }

    private void read(String id, StatsReader reader) throws IOException {
        for (ContainerStats next = reader.next(); next != null; next = reader.next()) {
            latest.put(id, next);
            changes.release();
        }
    }

    private void forget(String id) {
        latest.remove(id);
        changes.release();
    }

    private void publish() {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                stats.set(Map.copyOf(latest));
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Nothing is read any more");
        }
    }

    @Override
    public void close() {
        watch(Set.of());
        publisher.interrupt();
    }
}
