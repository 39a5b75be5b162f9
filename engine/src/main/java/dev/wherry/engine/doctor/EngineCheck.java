// Whether the engine answers docker clients.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineRequest;

/** Asks the engine for its version and its state, through the socket on the host. */
final class EngineCheck implements Check {

    private static final Duration PING = Duration.ofSeconds(5);

    private final Subject subject;

    EngineCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "engine";
    }

    @Override
    public String title() {
        return "Engine";
    }

    @Override
    public Finding run() throws Exception {
        AgentAnswer agent = subject.agent();
        if (agent.obstacle().isPresent()) {
            return Finding.skipped(this, agent.obstacle().get());
        }
        EngineClient engine = LocalEngine.at(subject.files().engineSocket());
        try {
            engine.ping(PING);
            return judge(engine.call(EngineRequest.get("/info")));
        } catch (IOException e) {
            return Finding.failed(this, "Tried to reach the engine but failed because " + e.getMessage() + ".",
                    subject.wherry() + " restart");
        }
    }

    /** By what the engine says of itself ({@code GET /info}). */
    Finding judge(JsonNode info) {
        return Finding.passed(this, "Docker %s, storage driver %s, containers running: %d".formatted(
                info.path("ServerVersion").asText(), info.path("Driver").asText(),
                info.path("ContainersRunning").asInt()));
    }
}
