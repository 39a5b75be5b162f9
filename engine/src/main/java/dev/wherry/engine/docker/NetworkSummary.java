// One line of "docker network ls".
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A network as {@code GET /networks} lists it.
 *
 * @param id       64 hexadecimal digits
 * @param name     its name
 * @param driver   {@code bridge}, {@code host}, {@code null}, …
 * @param internal whether it ends at the engine, without a way out
 * @param subnets  its addresses, as in {@code 172.18.0.0/16}
 * @param created  when it was made
 * @param labels   its labels
 */
public record NetworkSummary(String id, String name, String driver, boolean internal, List<String> subnets,
        Instant created, Map<String, String> labels) {

    private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");

    public NetworkSummary {
        subnets = List.copyOf(subnets);
        labels = Map.copyOf(labels);
    }

    /** Whether it is one of those that the engine always has, and does not let go of. */
    public boolean predefined() {
        return PREDEFINED.contains(name);
    }

    /** Those of {@code containers} that are, or will be when they run, on it. */
    public List<ContainerSummary> users(List<ContainerSummary> containers) {
        return containers.stream().filter(container -> container.networks().contains(name)).toList();
    }

    static NetworkSummary from(JsonNode json) {
        return new NetworkSummary(json.path("Id").asText(), json.path("Name").asText(), json.path("Driver").asText(),
                json.path("Internal").asBoolean(),
                JsonValues.elements(json.path("IPAM").path("Config")).map(range -> range.path("Subnet").asText())
                        .filter(subnet -> !subnet.isEmpty()).toList(),
                JsonValues.time(json.path("Created")), JsonValues.texts(json.path("Labels")));
    }
}
