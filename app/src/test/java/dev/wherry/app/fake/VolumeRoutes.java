// The volumes of the fake engine.
package dev.wherry.app.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code /volumes/…}. */
final class VolumeRoutes {

    private final World world;

    VolumeRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("GET", "/volumes", this::list)
                .on("POST", "/volumes/create", this::create)
                .on("POST", "/volumes/prune", this::prune)
                .on("GET", "/volumes/*", request -> request.json(world.volume(request.variable()).json()))
                .on("DELETE", "/volumes/*", this::remove);
    }

    private void list(Request request) throws IOException {
        Filters filters = request.filters();
        request.json(Json.object("Volumes", world.volumes().stream()
                .filter(volume -> filters.allow("dangling", String.valueOf(world.usersOf(volume).isEmpty()))
                        && filters.allowPart("name", volume.name()) && filters.allowLabels(volume.labels()))
                .map(FakeVolume::json).toList(), "Warnings", null));
    }

    private void create(Request request) throws IOException {
        JsonNode body = request.body();
        Map<String, String> labels = new HashMap<>();
        body.path("Labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        String name = body.path("Name").asText();
        if (name.isEmpty()) {
            labels.putAll(FakeVolume.ANONYMOUS);
        }
        request.json(201, world.createVolume(name.isEmpty() ? Ids.of(world.madeUpName()) : name, labels).json());
    }

    private void remove(Request request) throws IOException {
        FakeVolume volume = world.volume(request.variable());
        List<String> users = world.usersOf(volume).stream().map(FakeContainer::id).toList();
        if (!users.isEmpty()) {
            throw new ApiError(409,
                    "remove " + volume.name() + ": volume is in use - [" + String.join(", ", users) + "]");
        }
        world.remove(volume);
        request.empty(204);
    }

    // Without the filter "all" only those without a name of their own go (API 1.42 and later).
    private void prune(Request request) throws IOException {
        boolean all = List.of("true", "1").contains(request.filters().first("all", "false"));
        List<String> removed = new ArrayList<>();
        long freed = 0;
        for (FakeVolume volume : world.volumes()) {
            if (world.usersOf(volume).isEmpty()
                    && (all || volume.labels().keySet().containsAll(FakeVolume.ANONYMOUS.keySet()))) {
                freed += volume.size();
                world.remove(volume);
                removed.add(volume.name());
            }
        }
        world.events.emit("volume", "prune", "", Map.of("reclaimed", String.valueOf(freed)));
        request.json(Json.object("VolumesDeleted", removed, "SpaceReclaimed", freed));
    }
}
