// One line of "docker ps".
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A container as {@code GET /containers/json} lists it.
 *
 * @param id      64 hexadecimal digits
 * @param names   without the leading slash that the API puts there; the first is the container's own
 * @param image   the container image's name as given when the container was made
 * @param state   {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code exited}, {@code dead}
 * @param status  the same in words for people, such as {@code Up 3 minutes}
 * @param labels  its labels
 * @param ports   its ports, published or not
 * @param created when it was made, by the guest's clock
 */
public record ContainerSummary(String id, List<String> names, String image, String state, String status,
        Map<String, String> labels, List<PublishedPort> ports, Instant created) {

    public ContainerSummary {
        names = List.copyOf(names);
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
    }

    /** Its own name, or the short form of its id when it has none. */
    public String name() {
        return names.isEmpty() ? id.substring(0, Math.min(12, id.length())) : names.getFirst();
    }

    static ContainerSummary from(JsonNode json) {
        return new ContainerSummary(json.path("Id").asText(),
                elements(json.path("Names")).map(JsonNode::asText)
                        .map(name -> name.startsWith("/") ? name.substring(1) : name).toList(),
                json.path("Image").asText(), json.path("State").asText(), json.path("Status").asText(),
                texts(json.path("Labels")),
                elements(json.path("Ports")).map(ContainerSummary::port).toList(),
                Instant.ofEpochSecond(json.path("Created").asLong()));
    }

    private static PublishedPort port(JsonNode json) {
        JsonNode published = json.path("PublicPort");
        return new PublishedPort(json.path("IP").asText(), json.path("PrivatePort").asInt(),
                published.isInt() && published.asInt() != 0 ? published.asInt() : null,
                json.path("Type").asText("tcp"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The members of an object whose values are texts; empty for null or a missing object. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }
}
