// A network that is not there.
package dev.wherry.app.fake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A network of the fake engine.
 *
 * @param name     its name, of which its id is made
 * @param driver   such as {@code bridge}
 * @param subnet   its addresses, as in {@code 172.18.0.0/16}
 * @param internal whether it has no way out
 * @param created  when it was made
 * @param labels   its labels
 */
record FakeNetwork(String name, String driver, String subnet, boolean internal, Instant created,
        Map<String, String> labels) {

    /** Those that every engine has. */
    static final List<String> PREDEFINED = List.of("bridge", "host", "none");

    static String idOf(String name) {
        return Ids.of("network " + name);
    }

    static String driverOf(String name) {
        return switch (name) {
            case "host" -> "host";
            case "none" -> "null";
            default -> "bridge";
        };
    }

    String id() {
        return idOf(name);
    }

    /** A network with everything left to the engine. */
    FakeNetwork(String name, Instant created, Map<String, String> labels) {
        this(name, driverOf(name), subnetOf(name), false, created, labels);
    }

    /** What the engine would choose for a network of this name. */
    static String subnetOf(String name) {
        return "172." + (name.equals("bridge") ? 17 : 18 + Math.floorMod(idOf(name).hashCode(), 100)) + ".0.0/16";
    }

    boolean isPredefined() {
        return PREDEFINED.contains(name);
    }

    private String prefix() {
        return subnet.substring(0, subnet.lastIndexOf('.'));
    }

    /** With the containers that are {@code connected}; lists leave them out. */
    ObjectNode json(List<FakeContainer> connected) {
        Map<String, ObjectNode> containers = new LinkedHashMap<>();
        for (FakeContainer container : connected) {
            int number = containers.size() + 2;
            containers.put(container.id, Json.object("Name", container.name(),
                    "EndpointID", Ids.of("endpoint " + container.id), "MacAddress",
                    "02:42:ac:11:00:%02x".formatted(number & 0xff), "IPv4Address", prefix() + "." + number + "/16",
                    "IPv6Address", ""));
        }
        List<ObjectNode> pools = List.of("host", "null").contains(driver)
                ? List.of()
                : List.of(Json.object("Subnet", subnet, "Gateway", prefix() + ".1"));
        return Json.object("Name", name, "Id", id(), "Created", Json.time(created), "Scope", "local",
                "Driver", driver, "EnableIPv6", false,
                "IPAM", Json.object("Driver", "default", "Options", null, "Config", pools),
                "Internal", internal, "Attachable", false, "Ingress", false, "ConfigFrom", Map.of("Network", ""),
                "ConfigOnly", false, "Containers", containers, "Options", Map.of(), "Labels", labels);
    }
}
