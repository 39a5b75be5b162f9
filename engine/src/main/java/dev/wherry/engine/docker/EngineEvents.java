// Follows what happens in the engine, for as long as anybody cares, across lost connections.
package dev.wherry.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.wherry.engine.worker.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription to the engine's events that connects again whenever it is cut. No event is delivered twice, and none is lost
 * as long as the engine still remembers it (its last 256, until it restarts); what may be lost is made good by listing the state
 * in {@link Listener#connected}.
 *
 * <p>An idle engine sends nothing, so silence is no failure here. That a connection is dead is found out by what carries it:
 * an SSH session that has lost its keep-alive closes its channels.
 */
public final class EngineEvents implements AutoCloseable {

    /** Hears of events, in their order, on the subscription's own thread; a slow listener delays only itself. */
    public interface Listener {

        /**
         * The subscription stands, for the first time or again. Every change from now on is followed by an event, so that
         * state listed now stays right. Events of the last second before the first connection are delivered too.
         */
        void connected();

        /** Something happened. */
        void happened(EngineEvent event);

        /**
         * The subscription was cut, or could not be made.
         *
         * @param cause what failed
         * @param retry how long it is until the next attempt
         */
        default void disconnected(IOException cause, Duration retry) {
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(EngineEvents.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader EVENTS = JSON.readerFor(JsonNode.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EngineClient client;
    private final EngineRequest request;
    private final Listener listener;
    private final EventCursor cursor = new EventCursor();
    private final Worker worker;
    private final Object lock = new Object();
    private Duration pause = SHORTEST_PAUSE;
    private @Nullable EngineResponse current; // guarded by lock
    private boolean closed; // guarded by lock

    private EngineEvents(EngineClient client, Map<String, List<String>> filters, Listener listener) {
        this.client = client;
        this.listener = listener;
        this.request = EngineRequest.get("/events").with("filters", JSON.valueToTree(filters).toString());
        this.worker = new Worker("engine-events", this::run);
    }

    /**
     * Subscribes, in the background: an engine that does not answer yet is waited for.
     *
     * @param filters as the Engine API takes them, for example {@code type} to {@code container}; empty for every event
     */
    public static EngineEvents follow(EngineClient client, Map<String, List<String>> filters, Listener listener) {
        EngineEvents events = new EngineEvents(client, filters, listener);
        events.worker.start();
        return events;
    }

    /** Ends the subscription; the listener hears nothing more once this has returned (unless it called this itself). */
    @Override
    public void close() {
        EngineResponse open;
        synchronized (lock) {
            closed = true;
            open = current;
        }
        if (open != null) {
            closeQuietly(open);
        }
        worker.close();
    }

    private void run() {
        while (!isClosed()) {
            IOException cause;
            try {
                subscribe();
                cause = new EOFException("The engine ended its event stream");
            } catch (IOException e) {
                cause = e;
            }
            if (!isClosed()) {
                waitAfter(cause);
            }
        }
    }

    private void waitAfter(IOException cause) {
        LOG.debug("Events of the engine: {}; again in {} ms", cause.getMessage(), pause.toMillis());
        Duration before = pause;
        tell(() -> listener.disconnected(cause, before));
        try {
            Thread.sleep(before);
        } catch (InterruptedException e) {
            return; // by close()
        }
        pause = before.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? before.multipliedBy(2) : LONGEST_PAUSE;
    }

    // The engine sends the head of its answer before it has subscribed us, so an event might fall between the head
    // and the subscription. Asking for everything since a moment before closes that gap; the ping tells the moment.
    private void subscribe() throws IOException {
        EnginePing ping = client.ping(EngineClient.DEADLINE);
        String since = cursor.since(ping.clock());
        try (EngineResponse response = client.stream(since == null ? request : request.with("since", since))) {
            synchronized (lock) {
                if (closed) {
                    return;
                }
                current = response;
            }
            tell(listener::connected);
            long start = System.nanoTime();
            try {
                deliver(response.body());
            } finally {
                if (System.nanoTime() - start > LONGEST_PAUSE.toNanos()) {
                    pause = SHORTEST_PAUSE; // it worked for a while, so this cut is a new trouble
                }
            }
        } finally {
            synchronized (lock) {
                current = null;
            }
        }
    }

    private void deliver(InputStream body) throws IOException {
        MappingIterator<JsonNode> events = EVENTS.readValues(body);
        while (events.hasNextValue()) {
            EngineEvent event = EngineEvent.from(events.nextValue());
            if (cursor.advance(event)) {
                tell(() -> listener.happened(event));
            }
        }
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A listener to the engine's events failed; it goes on hearing of later ones", e);
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    private static void closeQuietly(EngineResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            LOG.debug("Closing the event stream: {}", e.getMessage());
        }
    }
}
