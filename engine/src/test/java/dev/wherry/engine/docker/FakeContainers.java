// An engine that lists containers and tells of them, for tests of what follows it.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.wherry.engine.docker.FakeEngine.Exchange;

/** A list of running containers, and an event for each change of it. */
public final class FakeContainers implements AutoCloseable {

    /** The engine that has them. */
    public final FakeEngine engine = new FakeEngine();
    private final Map<String, String> running = new ConcurrentSkipListMap<>();
    private final Set<Exchange> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);

    /** None run yet. */
    public FakeContainers() throws IOException {
        engine.on("GET /containers/json",
                exchange -> exchange.json(200, "[" + String.join(",", running.values()) + "]"));
        engine.on("GET /events", this::subscribe);
    }

    /** A client of the engine. */
    public EngineClient client() {
        return new EngineClient(engine.transport());
    }

    /** Starts container {@code name}; ports as in "127.0.0.1:8080:80/tcp", the first part empty for everywhere. */
    public void start(String name, String... ports) throws IOException {
        running.put(name, """
                {"Id":"id-%s","Names":["/%s"],"State":"running","Created":1,"Ports":[%s]}"""
                .formatted(name, name, String.join(",", List.of(ports).stream().map(FakeContainers::port).toList())));
        tell(name, "start");
    }

    /** Removes it, with the event for that. */
    public void remove(String name) throws IOException {
        running.remove(name);
        tell(name, "die");
    }

    /** Removes a container without an event, as a reboot does. */
    public void forget(String name) {
        running.remove(name);
    }

    /** Listings asked for so far. */
    public long listings() {
        return engine.requests.stream().filter(request -> request.contains("/containers/json")).count();
    }

    /** Tells all subscribers that {@code action} has happened to container {@code name}. */
    public void tell(String name, String action) throws IOException {
        String event = """
                {"Type":"container","Action":"%s","Actor":{"ID":"id-%s","Attributes":{}},"timeNano":%d}
                """.formatted(action, name, clock.incrementAndGet());
        for (Exchange subscriber : subscribers) {
            subscriber.chunk(event);
        }
    }

    private static String port(String port) {
        int type = port.indexOf('/');
        int container = port.lastIndexOf(':');
        int host = port.lastIndexOf(':', container - 1);
        return """
                {"IP":"%s","PublicPort":%s,"PrivatePort":%s,"Type":"%s"}""".formatted(
                port.substring(0, Math.max(host, 0)),
                port.substring(host + 1, container), port.substring(container + 1, type), port.substring(type + 1));
    }

    private void subscribe(Exchange exchange) throws IOException {
        subscribers.add(exchange);
        exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        try {
            while (exchange.connection().input().read() >= 0) {
                // until the subscriber leaves
            }
        } finally {
            subscribers.remove(exchange);
        }
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
