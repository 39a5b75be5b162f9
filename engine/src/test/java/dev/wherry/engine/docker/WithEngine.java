// What tests of the engine's API begin with.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake engine and a client of it, for each test. */
abstract class WithEngine {

    static final ObjectMapper JSON = new ObjectMapper();

    FakeEngine engine;
    EngineClient client;
    /** The JSON bodies of requests to routes that {@link #accepts} answers. */
    final Map<String, JsonNode> bodies = new ConcurrentHashMap<>();

    @BeforeEach
    void startEngine() throws IOException {
        engine = new FakeEngine();
        client = new EngineClient(engine.transport(), Duration.ofSeconds(10));
    }

    @AfterEach
    void stopEngine() throws IOException {
        engine.close();
    }

    /** Answers {@code route} with a JSON document. */
    void answers(String route, String json) {
        engine.on(route, exchange -> exchange.json(200, json));
    }

    /** Answers {@code route}, which has a JSON body, with a JSON document. */
    void accepts(String route, String json) {
        engine.on(route, exchange -> {
            bodies.put(route, JSON.readTree(exchange.body().readAllBytes()));
            exchange.json(201, json);
        });
    }

    /** The body of the last request to {@code route}. */
    JsonNode body(String route) {
        JsonNode body = bodies.get(route);
        if (body == null) {
            throw new AssertionError("Nothing was sent to " + route + ": " + engine.requests);
        }
        return body;
    }

    /** Requests so far, without the API version and without the ping. */
    List<String> requests() {
        return engine.requests.stream().filter(request -> !request.endsWith("/_ping"))
                .map(request -> request.replaceFirst(" /v[0-9.]+", " ")).toList();
    }
}
