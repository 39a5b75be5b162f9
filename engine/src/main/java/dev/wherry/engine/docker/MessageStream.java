// Work of the engine's that talks while it goes on.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears the messages of pulls, pushes, builds and loads to their end. */
final class MessageStream {

    private MessageStream() {
    }

    /**
     * Sends {@code request} and hands every message on, until the engine has done it.
     *
     * @throws EngineException when it fails on the way, which HTTP's status was sent too early to tell
     */
    static void follow(EngineClient client, EngineRequest request, Consumer<JsonNode> listener) throws IOException {
        try (JsonStream messages = new JsonStream(client.stream(request, EngineSystem.PATIENCE))) {
            for (JsonNode message = messages.next(); message != null; message = messages.next()) {
                String error = message.path("errorDetail").path("message").asText(message.path("error").asText());
                if (!error.isEmpty()) {
                    throw new EngineException(request.toString(), error);
                }
                listener.accept(message);
            }
        }
    }
}
