// What the fake engine says of itself.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.app.fake.FakeContainer.State;

/** {@code /_ping}, {@code /version}, {@code /info} and {@code /system/df}. */
final class SystemRoutes {

    private static final String VERSION = "26.1.5";
    private static final String API = "1.45";
    private static final String KERNEL = "6.12.9-wherry";
    private static final Map<String, String> DETAILS = Map.of("ApiVersion", API, "MinAPIVersion", "1.24", "Arch",
            "amd64", "Os", "linux", "GitCommit", "411e817", "GoVersion", "go1.22.8", "KernelVersion", KERNEL,
            "BuildTime", "2025-01-01T00:00:00.000000000+00:00", "Experimental", "false");

    private final World world;
    private final ContainerRoutes containers;

    SystemRoutes(World world, ContainerRoutes containers) {
        this.world = world;
        this.containers = containers;
    }

    void register(Router router) {
        router.on("GET", "/_ping", request -> ping(request, "OK"))
                .on("HEAD", "/_ping", request -> ping(request, ""))
                .on("GET", "/version", this::version)
                .on("GET", "/info", this::info)
                .on("GET", "/system/df", this::usage)
                .on("POST", "/build/prune",
                        request -> request.json(Json.object("CachesDeleted", null, "SpaceReclaimed", 0)));
    }

    private void ping(Request request, String body) throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(world.clock.instant().atOffset(ZoneOffset.UTC));
        request.exchange().send("HTTP/1.1 200 OK\r\nApi-Version: " + API + "\r\nBuilder-Version: 2\r\n"
                + "Docker-Experimental: false\r\nOstype: linux\r\nServer: Docker/" + VERSION + " (linux)\r\n"
                + "Swarm: inactive\r\nDate: " + date.replace("Z", "GMT") + "\r\nConnection: close\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n" + body);
    }

    private void version(Request request) throws IOException {
        request.json(Json.object("Platform", Map.of("Name", "Docker Engine - Community"),
                "Components", List.of(Json.object("Name", "Engine", "Version", VERSION, "Details", DETAILS),
                        Json.object("Name", "containerd", "Version", "1.7.24", "Details", Map.of()),
                        Json.object("Name", "runc", "Version", "1.1.15", "Details", Map.of())),
                "Version", VERSION, "ApiVersion", API, "MinAPIVersion", "1.24", "GitCommit", "411e817",
                "GoVersion", "go1.22.8", "Os", "linux", "Arch", "amd64", "KernelVersion", KERNEL,
                "BuildTime", "2025-01-01T00:00:00.000000000+00:00"));
    }

    private void info(Request request) throws IOException {
        request.json(Json.object("ID", "c0ffee00-0000-4000-8000-000000000001",
                "Containers", world.containers().size(), "ContainersRunning", count(State.RUNNING),
                "ContainersPaused", count(State.PAUSED),
                "ContainersStopped", world.containers().stream().filter(Predicate.not(FakeContainer::isUp)).count(),
                "Images", world.images().size(), "Driver", "overlay2", "DriverStatus", List.of(),
                "Plugins", Json.object("Volume", List.of("local"), "Network", List.of("bridge", "host", "null"),
                        "Authorization", null, "Log", List.of("json-file")),
                "MemoryLimit", true, "SwapLimit", true, "PidsLimit", true, "OomKillDisable", false,
                "NFd", 40, "NGoroutines", 60, "SystemTime", Json.time(world.clock.instant()),
                "LoggingDriver", "json-file", "DefaultRuntime", "runc", "CgroupDriver", "cgroupfs", "CgroupVersion",
                "2",
                "NEventsListener", world.events.followers(), "KernelVersion", KERNEL,
                "OperatingSystem", "Alpine Linux v3.20", "OSVersion", "3.20.3", "OSType", "linux",
                "Architecture", "x86_64", "IndexServerAddress", "https://index.docker.io/v1/",
                "NCPU", StatsSample.CPUS, "MemTotal", StatsSample.MEMORY, "DockerRootDir", "/var/lib/docker",
                "Name", "wherry", "Labels", List.of(), "ExperimentalBuild", false, "ServerVersion", VERSION,
                "Swarm", Json.object("NodeID", "", "LocalNodeState", "inactive"), "LiveRestoreEnabled", false,
                "SecurityOptions", List.of("name=seccomp,profile=builtin", "name=cgroupns"), "Warnings", null));
    }

    private long count(State state) {
        return world.containers().stream().filter(container -> container.state() == state).count();
    }

    private void usage(Request request) throws IOException {
        List<ObjectNode> volumes = world.volumes().stream().map(volume -> {
            ObjectNode json = volume.json();
            json.set("UsageData",
                    Json.object("RefCount", world.usersOf(volume).size(), "Size", volume.size()));
            return json;
        }).toList();
        request.json(Json.object("LayersSize", world.images().stream().mapToLong(FakeImage::size).sum(),
                "Images", world.images().stream().map(image -> image.summary(world.usersOf(image).size(), 0)).toList(),
                "Containers",
                world.containers().stream().map(container -> containers.summary(container, true)).toList(),
                "Volumes", volumes, "BuildCache", List.of(), "BuilderSize", 0));
    }
}
