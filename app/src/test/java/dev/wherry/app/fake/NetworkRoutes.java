// The networks of the fake engine.
package dev.wherry.app.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code /networks/…}. */
final class NetworkRoutes {

    private final World world;

    NetworkRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("GET", "/networks", this::list)
                .on("POST", "/networks/create", this::create)
                .on("POST", "/networks/prune", this::prune)
                .on("GET", "/networks/*", this::inspect)
                .on("DELETE", "/networks/*", this::remove);
    }

    private void list(Request request) throws IOException {
        Filters filters = request.filters();
        request.json(world.networks().stream()
                .filter(network -> filters.allow("driver", network.driver())
                        && filters.allowPart("name", network.name()) && filters.allowLabels(network.labels()))
                .map(network -> network.json(List.of())).toList());
    }

    private void inspect(Request request) throws IOException {
        FakeNetwork network = world.network(request.variable());
        request.json(network.json(world.usersOf(network)));
    }

    private void create(Request request) throws IOException {
        JsonNode body = request.body();
        String name = body.path("Name").asText();
        if (world.networks().stream().anyMatch(network -> network.name().equals(name))) {
            throw new ApiError(409, "network with name " + name + " already exists");
        }
        Map<String, String> labels = new HashMap<>();
        body.path("Labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        FakeNetwork network = new FakeNetwork(name, body.path("Driver").asText("bridge"),
                body.at("/IPAM/Config/0/Subnet").asText(FakeNetwork.subnetOf(name)),
                body.path("Internal").asBoolean(), world.clock.instant(), labels);
        world.put(network);
        world.emit(network, "create");
        request.json(201, Json.object("Id", network.id(), "Warning", ""));
    }

    private void remove(Request request) throws IOException {
        FakeNetwork network = world.network(request.variable());
        if (network.isPredefined()) {
            throw new ApiError(403, network.name() + " is a pre-defined network and cannot be removed");
        }
        if (!world.usersOf(network).isEmpty()) {
            throw new ApiError(403, "error while removing network: network " + network.name() + " id " + network.id()
                    + " has active endpoints");
        }
        world.remove(network);
        request.empty(204);
    }

    private void prune(Request request) throws IOException {
        List<String> removed = new ArrayList<>();
        for (FakeNetwork network : world.networks()) {
            if (!network.isPredefined() && world.usersOf(network).isEmpty()) {
                world.remove(network);
                removed.add(network.name());
            }
        }
        world.events.emit("network", "prune", "", Map.of("reclaimed", "0"));
        request.json(Json.object("NetworksDeleted", removed.isEmpty() ? null : removed));
    }
}
