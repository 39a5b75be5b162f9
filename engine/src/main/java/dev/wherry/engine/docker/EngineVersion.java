// What the engine says of itself.
package dev.wherry.engine.docker;

import java.net.ProtocolException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The engine's own account of itself ({@code GET /version}).
 *
 * @param version       of the engine, such as {@code 26.1.5+dfsg1}
 * @param apiVersion    the newest API version it speaks
 * @param minApiVersion the oldest API version it speaks
 * @param os            {@code linux}
 * @param arch          by Go's names: {@code amd64}, {@code arm64}
 * @param kernel        the guest's kernel release
 */
public record EngineVersion(String version, ApiVersion apiVersion, ApiVersion minApiVersion, String os, String arch,
        String kernel) {

    static EngineVersion from(JsonNode json) throws ProtocolException {
        return new EngineVersion(json.path("Version").asText(), ApiVersion.parse(json.path("ApiVersion").asText()),
                ApiVersion.parse(json.path("MinAPIVersion").asText("1.24")), json.path("Os").asText(),
                json.path("Arch").asText(), json.path("KernelVersion").asText());
    }
}
