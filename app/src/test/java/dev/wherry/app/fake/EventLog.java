// What has happened in the fake engine.
package dev.wherry.app.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingQueue;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The engine's last events, and those who follow them. */
final class EventLog {

    /** As many as the engine remembers. */
    private static final int MEMORY = 256;

    /** What a follower reads: what it asked to be repeated, and then everything new. */
    record Following(List<ObjectNode> past, BlockingQueue<ObjectNode> coming) {
    }

    private final Clock clock;
    private final Deque<ObjectNode> recent = new ArrayDeque<>();
    private final Set<BlockingQueue<ObjectNode>> followers = new CopyOnWriteArraySet<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private long lastNano;

    EventLog(Clock clock) {
        this.clock = clock;
    }

    /** Calls {@code listener} after each event, on the thread that made it. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void emit(String type, String action, String id, Map<String, String> attributes) {
        synchronized (this) {
            ObjectNode event = event(type, action, id, attributes);
            recent.addLast(event);
            if (recent.size() > MEMORY) {
                recent.removeFirst();
            }
            followers.forEach(follower -> follower.add(event));
        }
        listeners.forEach(Runnable::run);
    }

    private ObjectNode event(String type, String action, String id, Map<String, String> attributes) {
        ObjectNode event = Json.object();
        if (type.equals("container") || type.equals("image")) {
            event.put("status", action).put("id", id);
        }
        if (type.equals("container")) {
            event.put("from", attributes.getOrDefault("image", ""));
        }
        Instant now = clock.instant();
        // No two events of a real engine have the same time, and clients tell them apart by it.
        lastNano = Math.max(lastNano + 1, now.getEpochSecond() * 1_000_000_000 + now.getNano());
        event.setAll(Json.object("Type", type, "Action", action,
                "Actor", Json.object("ID", id, "Attributes", attributes),
                "scope", "local", "time", lastNano / 1_000_000_000, "timeNano", lastNano));
        return event;
    }

    /** Follows the events, after those from {@code since} on, in nanoseconds since 1970. */
    synchronized Following follow(long since) {
        List<ObjectNode> past = new ArrayList<>(recent);
        past.removeIf(event -> event.path("timeNano").asLong() < since);
        BlockingQueue<ObjectNode> coming = new LinkedBlockingQueue<>();
        followers.add(coming);
        return new Following(past, coming);
    }

    void leave(Following following) {
        followers.remove(following.coming);
    }

    /** How many follow. */
    int followers() {
        return followers.size();
    }
}
