// Which containers run, for all who go by it.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.wherry.engine.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the engine's containers: events of the engine, and each new connection to it, lead to one listing, which goes to all
 * listeners. While the engine is out of reach the last listing stands.
 */
public final class RunningContainers implements AutoCloseable {

    /** Hears of the containers. Called outside any lock. */
    public interface Listener {

        /** The engine is reached, for the first time or again: it may have restarted. A listing follows. */
        default void connected() {
        }

        /** These run now, paused ones included. A slow listener delays the others; not called twice at once. */
        void listed(List<ContainerSummary> running);
    }

    /** How long it is until a listing that failed is tried again. */
    static final Duration RETRY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(RunningContainers.class);
    // What may change who runs, and with which ports, names and networks. Without this filter every health check would be an event.
    private static final Map<String, List<String>> EVENTS = Map.of(
            "type", List.of("container", "network"),
            "event", List.of("start", "die", "destroy", "rename", "connect", "disconnect"));

    private final EngineClient engine;
    private final List<Listener> listeners;
    private final Worker worker;
    private final Object lock = new Object();
    private boolean outdated; // guarded by lock
    private volatile OptionalInt count = OptionalInt.empty();
    private final EngineEvents events;

    private RunningContainers(EngineClient engine, List<Listener> listeners) {
        this.engine = engine;
        this.listeners = List.copyOf(listeners);
        this.worker = Worker.start("running-containers", this::work);
        this.events = EngineEvents.follow(engine, EVENTS, new EngineEvents.Listener() {
            @Override
            public void connected() {
                RunningContainers.this.listeners.forEach(Listener::connected);
                refresh();
            }

            @Override
            public void happened(EngineEvent event) {
                refresh();
            }
        });
    }

    /** Begins to follow; the engine may be out of reach as yet. */
    public static RunningContainers follow(EngineClient engine, List<Listener> listeners) {
        return new RunningContainers(engine, listeners);
    }

    /** How many run, paused ones included; empty while that is not known. */
    public OptionalInt count() {
        return count;
    }

    /** Lists anew, in the background: an event may have been lost. */
    public void refresh() {
        synchronized (lock) {
            outdated = true;
            lock.notifyAll();
        }
    }

    private void work() {
        boolean failed = false;
        try {
            while (true) {
                awaitChange(failed);
                failed = !list(failed);
            }
        } catch (InterruptedException e) {
            LOG.debug("The containers are no longer followed");
        }
    }

    // Events that come while a listing is under way make one more listing together, however many they are.
    private void awaitChange(boolean failed) throws InterruptedException {
        long due = System.nanoTime() + RETRY.toNanos();
        synchronized (lock) {
            while (!outdated) {
                long left = due - System.nanoTime();
                if (failed && left <= 0) {
                    return;
                }
                lock.wait(failed ? 1 + left / 1_000_000 : 0);
            }
            outdated = false;
        }
    }

    private boolean list(boolean failedBefore) {
        List<ContainerSummary> running;
        try {
            running = engine.containers(false);
        } catch (IOException e) {
            count = OptionalInt.empty();
            if (!failedBefore) {
                LOG.warn("The containers could not be listed; ports and folders stay as they are: {}", e.getMessage());
            }
            return false;
        }
        count = OptionalInt.of(running.size());
        for (Listener listener : listeners) {
            try {
                listener.listed(running);
            } catch (RuntimeException e) {
                LOG.error("A listener to the list of containers failed", e);
            }
        }
        return true;
    }

    /** Ends; the listeners hear nothing more once this has returned. */
    @Override
    public void close() {
        events.close();
        worker.close();
    }
}
