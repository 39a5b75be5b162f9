// One line of "docker history".
package dev.wherry.engine.docker;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A step in the making of a container image ({@code GET /images/{name}/history}).
 *
 * @param createdBy the command of the build
 * @param size      what the step added, in bytes
 * @param created   when it was made
 * @param comment   as whoever built it left one
 */
public record ImageLayer(String createdBy, long size, Instant created, String comment) {

    static ImageLayer from(JsonNode json) {
        return new ImageLayer(json.path("CreatedBy").asText(), json.path("Size").asLong(),
                Instant.ofEpochSecond(json.path("Created").asLong()), json.path("Comment").asText());
    }
}
