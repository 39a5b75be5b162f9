// Listing, making and changing the containers of the fake engine.
package dev.wherry.app.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.app.fake.FakeContainer.State;

/** {@code /containers/…} but for its streams. */
final class ContainerRoutes {

    private static final Map<String, String> SIGNALS = Map.of("HUP", "1", "INT", "2", "QUIT", "3", "KILL", "9",
            "USR1", "10", "USR2", "12", "TERM", "15", "WINCH", "28");

    private final World world;

    ContainerRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("GET", "/containers/json", this::list)
                .on("POST", "/containers/create", this::create)
                .on("POST", "/containers/prune", this::prune)
                .on("GET", "/containers/*/json", request -> request.json(inspect(request)))
                .on("GET", "/containers/*/top", this::top)
                .on("POST", "/containers/*/start",
                        request -> request.empty(world.container(request.variable()).start() ? 204 : 304))
                .on("POST", "/containers/*/stop",
                        request -> request.empty(world.container(request.variable()).stop(0, "15") ? 204 : 304))
                .on("POST", "/containers/*/restart", doing(container -> {
                    container.stop(0, "15");
                    container.start();
                    container.emit("restart", Map.of());
                }))
                .on("POST", "/containers/*/kill", request -> {
                    world.container(request.variable()).kill(signal(request.parameter("signal")));
                    request.empty(204);
                })
                .on("POST", "/containers/*/pause", doing(FakeContainer::pause))
                .on("POST", "/containers/*/unpause", doing(FakeContainer::unpause))
                .on("POST", "/containers/*/wait", this::awaitEnd)
                .on("POST", "/containers/*/rename", this::rename)
                .on("DELETE", "/containers/*", this::remove);
    }

    private Router.Action doing(Consumer<FakeContainer> change) {
        return request -> {
            change.accept(world.container(request.variable()));
            request.empty(204);
        };
    }

    private static String signal(String name) {
        return name.matches("[0-9]+") ? name : SIGNALS.getOrDefault(name.replaceFirst("^SIG", ""), "9");
    }

    private void list(Request request) throws IOException {
        Filters filters = request.filters();
        boolean all = request.flag("all") || filters.values().containsKey("status");
        List<ObjectNode> list = world.containers().stream().filter(container -> all || container.isUp())
                .filter(container -> filters.allow("status", container.state().text())
                        && filters.allow("id", container.id) && filters.allowPart("name", container.name())
                        && filters.allow("ancestor", container.spec.image())
                        && filters.allow("volume", volume(container, filters))
                        && filters.allow("network", container.spec.network())
                        && filters.allowLabels(container.spec.labels()))
                .map(container -> summary(container, request.flag("size"))).toList();
        request.json(list);
    }

    private static String volume(FakeContainer container, Filters filters) {
        String wanted = filters.first("volume", "");
        return container.spec.mounts().stream().anyMatch(mount -> mount.source().equals(wanted)) ? wanted : "";
    }

    ObjectNode summary(FakeContainer container, boolean size) {
        ObjectNode json = new ContainerJson(container).summary(world.clock);
        if (size) {
            json.put("SizeRw", world.sizeOf(container)).put("SizeRootFs",
                    world.sizeOf(container) + world.image(container.imageId).size());
        }
        return json;
    }

    private ObjectNode inspect(Request request) {
        FakeContainer container = world.container(request.variable());
        ObjectNode json = new ContainerJson(container).inspect();
        if (request.flag("size")) {
            json.put("SizeRw", world.sizeOf(container)).put("SizeRootFs",
                    world.sizeOf(container) + world.image(container.imageId).size());
        }
        return json;
    }

    private void create(Request request) throws IOException {
        JsonNode body = request.body();
        String asked = request.parameter("name").replaceFirst("^/", "");
        ContainerSpec spec = ContainerSpec.from(body);
        String name = asked.isEmpty() ? world.madeUpName() : asked;
        refuseTaken(name);
        FakeContainer container = world.add(name, spec, world.clock.instant());
        container.emit("create", Map.of());
        request.json(201, Json.object("Id", container.id, "Warnings", List.of()));
    }

    private void refuseTaken(String name) {
        world.findContainer(name).filter(other -> other.name().equals(name)).ifPresent(other -> {
            throw new ApiError(409, "Conflict. The container name \"/" + name + "\" is already in use by container \""
                    + other.id + "\". You have to remove (or rename) that container to be able to reuse that name.");
        });
    }

    private void rename(Request request) throws IOException {
        FakeContainer container = world.container(request.variable());
        refuseTaken(request.parameter("name"));
        container.rename(request.parameter("name"));
        request.empty(204);
    }

    private void remove(Request request) throws IOException {
        FakeContainer container = world.container(request.variable());
        if (container.isUp()) {
            if (!request.flag("force")) {
                throw new ApiError(409, "cannot remove container \"/" + container.name() + "\": container is "
                        + container.state().text() + ": stop the container before removing or force remove");
            }
            container.kill("9");
        }
        world.remove(container);
        request.empty(204);
    }

    private void prune(Request request) throws IOException {
        List<String> removed = new ArrayList<>();
        long freed = 0;
        for (FakeContainer container : world.containers()) {
            if (!container.isUp() && container.state() != State.DEAD) {
                freed += world.sizeOf(container);
                world.remove(container);
                removed.add(container.id);
            }
        }
        world.events.emit("container", "prune", "", Map.of("reclaimed", String.valueOf(freed)));
        request.json(Json.object("ContainersDeleted", removed.isEmpty() ? null : removed, "SpaceReclaimed", freed));
    }

    private void awaitEnd(Request request) throws IOException, InterruptedException {
        FakeContainer container = world.container(request.variable());
        container.log.awaitFrom(Integer.MAX_VALUE, container);
        request.json(Json.object("StatusCode", container.exitCode()));
    }

    private void top(Request request) throws IOException {
        FakeContainer container = world.container(request.variable());
        if (!container.isUp()) {
            throw new ApiError(409, "container " + container.id + " is not running");
        }
        String pid = String.valueOf(new ContainerJson(container).pid());
        request.json(Json.object("Titles", List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"),
                "Processes", List.of(List.of("root", pid, "1", "0", "09:12", "?", "00:00:03",
                        String.join(" ", container.spec.command())))));
    }
}
