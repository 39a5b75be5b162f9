// One line of "docker volume ls".
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A volume as {@code GET /volumes} lists it.
 *
 * @param name    its name
 * @param driver  who keeps it: {@code local}
 * @param created when it was made; 1970 when its driver does not know
 * @param labels  its labels
 * @param size    of what is in it, in bytes; {@link #UNKNOWN} when nobody has counted
 */
public record VolumeSummary(String name, String driver, Instant created, Map<String, String> labels, long size) {

    /** The size of a volume whose files were not counted. */
    public static final long UNKNOWN = -1;

    public VolumeSummary {
        labels = Map.copyOf(labels);
    }

    /** Whether the engine gave it its name, for a container that asked for a nameless one. */
    public boolean anonymous() {
        return labels.containsKey("com.docker.volume.anonymous");
    }

    /** Those of {@code containers} that mount it. */
    public List<ContainerSummary> users(List<ContainerSummary> containers) {
        return containers.stream().filter(container -> container.volumes().contains(name)).toList();
    }

    static VolumeSummary from(JsonNode json) {
        return new VolumeSummary(json.path("Name").asText(), json.path("Driver").asText(),
                JsonValues.time(json.path("CreatedAt")), JsonValues.texts(json.path("Labels")),
                json.path("UsageData").path("Size").asLong(UNKNOWN));
    }
}
