// One line of "docker ps".
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A container as {@code GET /containers/json} lists it.
 *
 * @param id       64 hexadecimal digits
 * @param names    without the leading slash that the API puts there; the first is the container's own
 * @param image    the container image's name as given when the container was made
 * @param imageId  the container image's id, with {@code sha256:}
 * @param state    {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code exited}, {@code dead}
 * @param status   the same in words for people, such as {@code Up 3 minutes}
 * @param labels   its labels
 * @param ports    its ports, published or not
 * @param volumes  names of the volumes that it mounts
 * @param binds    absolute paths in the guest of the files and folders that it mounts
 * @param networks names of the networks that it is to be on
 * @param created  when it was made, by the guest's clock
 */
public record ContainerSummary(String id, List<String> names, String image, String imageId, String state,
        String status, Map<String, String> labels, List<PublishedPort> ports, List<String> volumes,
        List<String> binds, List<String> networks, Instant created) {

    public ContainerSummary {
        names = List.copyOf(names);
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
        binds = List.copyOf(binds);
        networks = List.copyOf(networks);
    }

    /** Its own name, or the short form of its id when it has none. */
    public String name() {
        return names.isEmpty() ? id.substring(0, Math.min(12, id.length())) : names.getFirst();
    }

    /** The Compose project that it belongs to; null when it is not Compose's. */
    public @Nullable String composeProject() {
        return labels.get("com.docker.compose.project");
    }

    /** Its service within the Compose project; null when it is not Compose's. */
    public @Nullable String composeService() {
        return labels.get("com.docker.compose.service");
    }

    /** Whether Wherry made it for a moment's work of its own ({@link VolumeMount}); nobody else cares for those. */
    public boolean helper() {
        return labels.containsKey(VolumeMount.LABEL);
    }

    /** The same with these ports. */
    public ContainerSummary withPorts(List<PublishedPort> others) {
        return new ContainerSummary(id, names, image, imageId, state, status, labels, others, volumes, binds,
                networks, created);
    }

    static ContainerSummary from(JsonNode json) {
        return new ContainerSummary(json.path("Id").asText(),
                JsonValues.strings(json.path("Names"))
                        .map(name -> name.startsWith("/") ? name.substring(1) : name).toList(),
                json.path("Image").asText(), json.path("ImageID").asText(), json.path("State").asText(),
                json.path("Status").asText(), JsonValues.texts(json.path("Labels")),
                JsonValues.elements(json.path("Ports")).map(ContainerSummary::port).toList(),
                mounts(json, "volume", "Name"), mounts(json, "bind", "Source"),
                List.copyOf(JsonValues.names(json.path("NetworkSettings").path("Networks"))),
                Instant.ofEpochSecond(json.path("Created").asLong()));
    }

    private static List<String> mounts(JsonNode json, String type, String what) {
        return JsonValues.elements(json.path("Mounts")).filter(mount -> mount.path("Type").asText().equals(type))
                .map(mount -> mount.path(what).asText()).toList();
    }

    private static PublishedPort port(JsonNode json) {
        JsonNode published = json.path("PublicPort");
        return new PublishedPort(json.path("IP").asText(), json.path("PrivatePort").asInt(),
                published.isInt() && published.asInt() != 0 ? published.asInt() : null,
                json.path("Type").asText("tcp"));
    }
}
