// Everything that the engine tells of a container.
package dev.wherry.app.window.container;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code GET /containers/{id}/json} answered last.
 *
 * @param json  the answer; a missing node before there is one
 * @param cause why there is no newer one; empty when there is
 */
record Inspection(JsonNode json, String cause) {
}
