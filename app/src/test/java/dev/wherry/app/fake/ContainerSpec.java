// What a container of the fake engine was made from.
package dev.wherry.app.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The unchanging side of a container.
 *
 * @param image   name of its image as given
 * @param command its command line
 * @param env     {@code NAME=value}
 * @param labels  its labels
 * @param ports   its ports, published or not
 * @param mounts  its mounts
 * @param network the network it is connected to
 * @param tty     whether it has a terminal
 * @param restart name of its restart policy
 * @param memory  its limit in bytes; 0 for none
 */
record ContainerSpec(String image, List<String> command, List<String> env, Map<String, String> labels,
        List<Port> ports, List<Mount> mounts, String network, boolean tty, String restart, long memory) {

    /**
     * A port.
     *
     * @param number of the container
     * @param type   {@code tcp} or {@code udp}
     * @param host   port of the host; 0 when it is only exposed
     */
    record Port(int number, String type, int host) {
        String key() {
            return number + "/" + type;
        }
    }

    /**
     * A mount.
     *
     * @param type   {@code volume} or {@code bind}
     * @param source the volume's name or the host's path
     * @param target path in the container
     */
    record Mount(String type, String source, String target, boolean writable) {
    }

    /** The container that the body of {@code POST /containers/create} asks for. */
    static ContainerSpec from(JsonNode body) {
        JsonNode host = body.path("HostConfig");
        Map<String, String> labels = new HashMap<>();
        body.path("Labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String network = host.path("NetworkMode").asText("default");
        return new ContainerSpec(body.path("Image").asText(),
                body.path("Cmd").isArray() ? texts(body.path("Cmd")) : List.of("/bin/sh"), texts(body.path("Env")),
                labels, ports(body.path("ExposedPorts"), host.path("PortBindings")), mounts(host),
                network.isEmpty() || network.equals("default") ? "bridge" : network, body.path("Tty").asBoolean(),
                host.path("RestartPolicy").path("Name").asText("no"), host.path("Memory").asLong());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<Port> ports(JsonNode exposed, JsonNode bindings) {
        List<Port> ports = new ArrayList<>();
        bindings.properties().forEach(binding -> binding.getValue()
                .forEach(host -> ports.add(port(binding.getKey(), host.path("HostPort").asText("")))));
        exposed.fieldNames().forEachRemaining(key -> {
            if (!bindings.has(key)) {
                ports.add(new Port(port(key, "0").number, port(key, "0").type, 0));
            }
        });
        return ports;
    }

    private static Port port(String key, String host) {
        String[] parts = key.split("/", 2);
        int number = Integer.parseInt(parts[0]);
        // A real engine takes one from the ephemeral ports when none is named.
        return new Port(number, parts.length > 1 ? parts[1] : "tcp",
                host.isEmpty() ? 32768 + number % 1000 : Integer.parseInt(host));
    }

    private static List<Mount> mounts(JsonNode host) {
        List<Mount> mounts = new ArrayList<>();
        for (String bind : texts(host.path("Binds"))) {
            String[] parts = bind.split(":", 3);
            mounts.add(new Mount(parts[0].startsWith("/") ? "bind" : "volume", parts[0], parts[1],
                    parts.length < 3 || !parts[2].contains("ro")));
        }
        host.path("Mounts").forEach(mount -> mounts.add(new Mount(mount.path("Type").asText(),
                mount.path("Source").asText(), mount.path("Target").asText(), !mount.path("ReadOnly").asBoolean())));
        return mounts;
    }
}
