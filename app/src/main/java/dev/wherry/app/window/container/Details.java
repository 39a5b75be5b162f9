// How a container was made, in the order in which people ask for it.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.host.ShellWord;

/**
 * A container's settings, from {@code GET /containers/{id}/json}.
 *
 * @param facts       single settings by their key in the texts; only those that are there
 * @param mounts      what is mounted into it
 * @param networks    what it is connected to
 * @param environment its environment variables
 * @param labels      its labels by name
 */
record Details(Map<String, String> facts, List<Mount> mounts, List<Network> networks, List<Variable> environment,
        Map<String, String> labels) {

    /** A mount: {@code bind}, {@code volume} or {@code tmpfs}; the source is a path of the guest or the name of a volume. */
    record Mount(String type, String source, String target, boolean writable) {
    }

    /** A network with the container's address on it, which is empty while it does not run. */
    record Network(String name, String address, String gateway) {
    }

    static Details of(JsonNode json) {
        return new Details(facts(json), list(json.path("Mounts")).map(Details::mount).toList(),
                json.path("NetworkSettings").path("Networks").properties().stream()
                        .map(network -> new Network(network.getKey(), network.getValue().path("IPAddress").asText(),
                                network.getValue().path("Gateway").asText()))
                        .toList(),
                list(json.path("Config").path("Env")).map(text -> Variable.of(text.asText())).toList(),
                labels(json.path("Config").path("Labels")));
    }

    private static Map<String, String> facts(JsonNode json) {
        JsonNode config = json.path("Config");
        JsonNode host = json.path("HostConfig");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("id", json.path("Id").asText());
        facts.put("image", config.path("Image").asText());
        facts.put("entrypoint", words(config.path("Entrypoint")));
        facts.put("command", words(config.path("Cmd")));
        facts.put("folder", config.path("WorkingDir").asText());
        facts.put("user", config.path("User").asText());
        facts.put("restart", restart(host.path("RestartPolicy")));
        facts.put("created", json.path("Created").asText());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String restart(JsonNode policy) {
        int retries = policy.path("MaximumRetryCount").asInt();
        return policy.path("Name").asText("no") + (retries > 0 ? ":" + retries : "");
    }

    private static String words(JsonNode array) {
        return ShellWord.line(list(array).map(JsonNode::asText).toList());
    }

    private static Mount mount(JsonNode json) {
        String name = json.path("Name").asText();
        return new Mount(json.path("Type").asText(), name.isEmpty() ? json.path("Source").asText() : name,
                json.path("Destination").asText(), json.path("RW").asBoolean());
    }

    private static Map<String, String> labels(JsonNode json) {
        Map<String, String> labels = new TreeMap<>();
        json.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static Stream<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.elements().forEachRemaining(elements::add);
        return elements.stream();
    }
}
