// Containers as dockerd 26 writes them (API 1.45).
package dev.wherry.app.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.app.fake.FakeContainer.State;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code GET /containers/json} and {@code GET /containers/{id}/json}. */
final class ContainerJson {

    private final FakeContainer container;
    private final ContainerSpec spec;

    ContainerJson(FakeContainer container) {
        this.container = container;
        this.spec = container.spec;
    }

    ObjectNode summary(Clock clock) {
        return Json.object("Id", container.id, "Names", List.of("/" + container.name()), "Image", spec.image(),
                "ImageID", container.imageId, "Command", String.join(" ", spec.command()),
                "Created", container.created.getEpochSecond(), "Ports", ports(), "Labels", spec.labels(),
                "State", container.state().text(), "Status", status(clock.instant()),
                "HostConfig", Json.object("NetworkMode", spec.network()),
                "NetworkSettings", Json.object("Networks", networks()), "Mounts", mounts());
    }

    private List<ObjectNode> ports() {
        List<ObjectNode> ports = new ArrayList<>();
        for (ContainerSpec.Port port : spec.ports()) {
            if (port.host() == 0) {
                ports.add(Json.object("PrivatePort", port.number(), "Type", port.type()));
            } else if (container.isUp()) {
                for (String address : List.of("0.0.0.0", "::")) {
                    ports.add(Json.object("IP", address, "PrivatePort", port.number(), "PublicPort", port.host(),
                            "Type", port.type()));
                }
            }
        }
        return ports;
    }

    private String status(Instant now) {
        String health = container.health() == null ? "" : " (" + container.health() + ")";
        return switch (container.state()) {
            case CREATED -> "Created";
            case RUNNING -> "Up " + ago(container.started(), now) + health;
            case PAUSED -> "Up " + ago(container.started(), now) + " (Paused)";
            case RESTARTING -> "Restarting (" + container.exitCode() + ") " + ago(container.started(), now) + " ago";
            case EXITED -> "Exited (" + container.exitCode() + ") " + ago(container.finished(), now) + " ago";
            case DEAD -> "Dead";
        };
    }

    // As go-units' HumanDuration puts it.
    private static String ago(@Nullable Instant time, Instant now) {
        long seconds = time == null ? 0 : Duration.between(time, now).toSeconds();
        if (seconds < 1) {
            return "Less than a second";
        } else if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        } else if (seconds < 3600) {
            return seconds < 120 ? "About a minute" : seconds / 60 + " minutes";
        } else if (seconds < 48 * 3600) {
            return seconds < 7200 ? "About an hour" : seconds / 3600 + " hours";
        }
        return seconds / 86400 < 14 ? seconds / 86400 + " days" : seconds / 604800 + " weeks";
    }

    private Map<String, ObjectNode> networks() {
        int number = 2 + Math.floorMod(container.id.hashCode(), 250);
        String address = container.isUp() ? "172.17.0." + number : "";
        return Map.of(spec.network(), Json.object("IPAMConfig", null, "Links", null, "Aliases", null,
                "MacAddress", container.isUp() ? "02:42:ac:11:00:%02x".formatted(number) : "", "DriverOpts", null,
                "NetworkID", FakeNetwork.idOf(spec.network()),
                "EndpointID", container.isUp() ? Ids.of("endpoint " + container.id) : "",
                "Gateway", container.isUp() ? "172.17.0.1" : "", "IPAddress", address,
                "IPPrefixLen", container.isUp() ? 16 : 0, "IPv6Gateway", "", "GlobalIPv6Address", "",
                "GlobalIPv6PrefixLen", 0, "DNSNames", null));
    }

    private List<ObjectNode> mounts() {
        return spec.mounts().stream().map(mount -> mount.type().equals("volume")
                ? Json.object("Type", "volume", "Name", mount.source(), "Source", FakeVolume.pathOf(mount.source()),
                        "Destination", mount.target(), "Driver", "local", "Mode", "z", "RW", mount.writable(),
                        "Propagation", "")
                : Json.object("Type", "bind", "Source", mount.source(), "Destination", mount.target(), "Mode", "",
                        "RW", mount.writable(), "Propagation", "rprivate"))
                .toList();
    }

    ObjectNode inspect() {
        String folder = "/var/lib/docker/containers/" + container.id + "/";
        return Json.object("Id", container.id, "Created", Json.time(container.created),
                "Path", spec.command().getFirst(), "Args", spec.command().subList(1, spec.command().size()),
                "State", state(), "Image", container.imageId, "ResolvConfPath", folder + "resolv.conf",
                "HostnamePath", folder + "hostname", "HostsPath", folder + "hosts",
                "LogPath", folder + container.id + "-json.log", "Name", "/" + container.name(), "RestartCount", 0,
                "Driver", "overlay2", "Platform", "linux", "MountLabel", "", "ProcessLabel", "",
                "AppArmorProfile", "", "ExecIDs", null, "HostConfig", hostConfig(),
                "GraphDriver", Json.object("Data", Json.object("MergedDir",
                        "/var/lib/docker/overlay2/" + container.id + "/merged"), "Name", "overlay2"),
                "Mounts", mounts(), "Config", config(), "NetworkSettings", networkSettings());
    }

    private ObjectNode state() {
        State state = container.state();
        ObjectNode json = Json.object("Status", state.text(), "Running", container.isUp(),
                "Paused", state == State.PAUSED, "Restarting", state == State.RESTARTING, "OOMKilled", false,
                "Dead", state == State.DEAD, "Pid", container.isUp() ? pid() : 0, "ExitCode", container.exitCode(),
                "Error", "", "StartedAt", Json.time(container.started()),
                "FinishedAt", Json.time(container.finished()));
        if (container.health() != null) {
            json.set("Health", Json.object("Status", container.health(), "FailingStreak", 0, "Log", List.of()));
        }
        return json;
    }

    int pid() {
        return 1000 + Math.floorMod(container.id.hashCode(), 30000);
    }

    private ObjectNode hostConfig() {
        List<String> binds = spec.mounts().stream()
                .map(mount -> mount.source() + ":" + mount.target() + (mount.writable() ? "" : ":ro")).toList();
        return Json.object("Binds", binds.isEmpty() ? null : binds, "ContainerIDFile", "",
                "LogConfig", Json.object("Type", "json-file", "Config", Map.of()), "NetworkMode", spec.network(),
                "PortBindings", bindings(), "RestartPolicy",
                Json.object("Name", spec.restart(), "MaximumRetryCount", 0),
                "AutoRemove", false, "VolumesFrom", null, "CapAdd", null, "CapDrop", null, "Dns", List.of(),
                "ExtraHosts", null, "IpcMode", "private", "Privileged", false, "PublishAllPorts", false,
                "ReadonlyRootfs", false, "SecurityOpt", null, "ShmSize", 67108864, "Runtime", "runc",
                "CpuShares", 0, "Memory", spec.memory(), "NanoCpus", 0, "MemorySwap", spec.memory() * 2,
                "PidsLimit", null, "Ulimits", null);
    }

    private Map<String, List<ObjectNode>> bindings() {
        Map<String, List<ObjectNode>> bindings = new LinkedHashMap<>();
        spec.ports().stream().filter(port -> port.host() != 0).forEach(port -> bindings.put(port.key(),
                List.of(Json.object("HostIp", "", "HostPort", String.valueOf(port.host())))));
        return bindings;
    }

    private ObjectNode config() {
        Map<String, Map<String, String>> exposed = new LinkedHashMap<>();
        spec.ports().forEach(port -> exposed.put(port.key(), Map.of()));
        return Json.object("Hostname", container.id.substring(0, 12), "Domainname", "", "User", "",
                "AttachStdin", false, "AttachStdout", true, "AttachStderr", true, "ExposedPorts", exposed,
                "Tty", spec.tty(), "OpenStdin", false, "StdinOnce", false, "Env", spec.env(), "Cmd", spec.command(),
                "Image", spec.image(), "Volumes", null, "WorkingDir", "", "Entrypoint", null, "OnBuild", null,
                "Labels", spec.labels());
    }

    private ObjectNode networkSettings() {
        Map<String, @Nullable List<ObjectNode>> ports = new LinkedHashMap<>();
        for (ContainerSpec.Port port : container.isUp() ? spec.ports() : List.<ContainerSpec.Port>of()) {
            String number = String.valueOf(port.host());
            ports.put(port.key(), port.host() == 0
                    ? null
                    : List.of(Json.object("HostIp", "0.0.0.0", "HostPort", number),
                            Json.object("HostIp", "::", "HostPort", number)));
        }
        return Json.object("Bridge", "", "SandboxID", container.isUp() ? Ids.of("sandbox " + container.id) : "",
                "SandboxKey", "", "Ports", ports, "HairpinMode", false, "LinkLocalIPv6Address", "",
                "Networks", networks());
    }
}
