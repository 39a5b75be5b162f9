// Something that happened in the engine.
package dev.wherry.engine.docker;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event ({@code GET /events}).
 *
 * @param type       what it happened to: {@code container}, {@code network}, {@code image}, …
 * @param action     what happened: {@code start}, {@code die}, {@code connect}, …
 * @param actorId    the id of what it happened to
 * @param attributes more about that, such as a container's {@code name} and labels
 * @param timeNano   when, by the guest's clock: nanoseconds since 1970
 */
public record EngineEvent(String type, String action, String actorId, Map<String, String> attributes, long timeNano) {

    public EngineEvent {
        attributes = Map.copyOf(attributes);
    }

    static EngineEvent from(JsonNode json) {
        JsonNode actor = json.path("Actor");
        return new EngineEvent(json.path("Type").asText(), json.path("Action").asText(), actor.path("ID").asText(),
                JsonValues.texts(actor.path("Attributes")), json.path("timeNano").asLong());
    }
}
