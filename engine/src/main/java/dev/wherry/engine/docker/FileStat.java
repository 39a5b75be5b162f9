// What is at a path in a container.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A file's particulars ({@code HEAD /containers/{id}/archive}).
 *
 * @param name       its last part
 * @param kind       what it is
 * @param size       in bytes
 * @param mode       permissions, the lower nine bits of Unix's
 * @param modified   when it was last written
 * @param linkTarget where a symbolic link points to in the end; empty for anything else
 */
public record FileStat(String name, FileKind kind, long size, int mode, Instant modified, String linkTarget) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the engine says in the field {@code X-Docker-Container-Path-Stat}: base64 of JSON. */
    static FileStat from(@Nullable String header) throws IOException {
        if (header == null) {
            throw new IOException("The engine does not say what kind of file it is");
        }
        JsonNode json = JSON.readTree(Base64.getDecoder().decode(header));
        long mode = json.path("mode").asLong();
        return new FileStat(json.path("name").asText(), FileKind.ofGoMode(mode), json.path("size").asLong(),
                (int) (mode & 0777), JsonValues.time(json.path("mtime")), json.path("linkTarget").asText());
    }
}
