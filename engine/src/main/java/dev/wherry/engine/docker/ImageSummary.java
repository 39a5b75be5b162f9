// One line of "docker images".
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A container image as {@code GET /images/json} lists it.
 *
 * @param id      {@code sha256:} and 64 hexadecimal digits
 * @param tags    its names, such as {@code nginx:1.27}; none when it is dangling
 * @param digests its names by content, such as {@code nginx@sha256:…}
 * @param size    of all its layers, in bytes; some of them may be other images' too
 * @param created when it was built, by its own account
 * @param labels  its labels
 */
public record ImageSummary(String id, List<String> tags, List<String> digests, long size, Instant created,
        Map<String, String> labels) {

    public ImageSummary {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        labels = Map.copyOf(labels);
    }

    /** Its first tag, or the short form of its id when it has none. */
    public String name() {
        return tags.isEmpty() ? shortId() : tags.getFirst();
    }

    /** The first twelve digits of its id. */
    public String shortId() {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }

    /** Those of {@code containers} that were made from it. */
    public List<ContainerSummary> users(List<ContainerSummary> containers) {
        return containers.stream().filter(container -> container.imageId().equals(id)).toList();
    }

    static ImageSummary from(JsonNode json) {
        return new ImageSummary(json.path("Id").asText(), named(json.path("RepoTags")),
                named(json.path("RepoDigests")), json.path("Size").asLong(),
                Instant.ofEpochSecond(json.path("Created").asLong()), JsonValues.texts(json.path("Labels")));
    }

    // Engines before API 1.43 write <none>:<none> for no name.
    private static List<String> named(JsonNode names) {
        return JsonValues.strings(names).filter(name -> !name.startsWith("<none>")).toList();
    }
}
