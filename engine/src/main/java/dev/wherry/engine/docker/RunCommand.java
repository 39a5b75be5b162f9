// A container told as the command that makes one like it.
package dev.wherry.engine.docker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes the {@code docker run} command of a container, from what the engine tells of it and of its image. What the image or the
 * engine's defaults say already is left out. Resource limits, health checks and logging beyond those of everyday use are not told.
 */
final class RunCommand {

    private static final Set<String> USUAL_NETWORKS = Set.of("", "default", "bridge");
    private static final long USUAL_SHM = 64L * 1024 * 1024;

    private final JsonNode container;
    private final JsonNode config;
    private final JsonNode host;
    private final JsonNode image;
    private final List<String> words = new ArrayList<>(List.of("docker", "run"));

    private RunCommand(JsonNode container, JsonNode image) {
        this.container = container;
        this.config = container.path("Config");
        this.host = container.path("HostConfig");
        this.image = image.path("Config");
    }

    /**
     * The words of the command, not quoted.
     *
     * @param container as {@code GET /containers/{id}/json} tells it
     * @param image     as {@code GET /images/{name}/json} tells the container's image; a missing node when it is gone
     */
    static List<String> of(JsonNode container, JsonNode image) {
        RunCommand command = new RunCommand(container, image);
        command.identity();
        command.life();
        command.process();
        command.words.addAll(RunMounts.of(container.path("HostConfig"), config(container, "Volumes"),
                image.path("Config").path("Volumes")));
        command.ports();
        command.networks();
        command.rights();
        command.limits();
        command.command();
        return List.copyOf(command.words);
    }

    private static JsonNode config(JsonNode container, String member) {
        return container.path("Config").path(member);
    }

    private void identity() {
        flag("-d", !config.path("AttachStdout").asBoolean());
        flag("-i", config.path("OpenStdin").asBoolean());
        flag("-t", config.path("Tty").asBoolean());
        String name = container.path("Name").asText();
        option("--name", name.startsWith("/") ? name.substring(1) : name);
        String hostname = config.path("Hostname").asText();
        boolean own = !host.path("NetworkMode").asText().equals("host") // which has the machine's name
                && !container.path("Id").asText().startsWith(hostname);
        option("--hostname", own ? hostname : "");
    }

    private void life() {
        flag("--rm", host.path("AutoRemove").asBoolean());
        JsonNode restart = host.path("RestartPolicy");
        String policy = restart.path("Name").asText();
        int retries = restart.path("MaximumRetryCount").asInt();
        option("--restart", policy.equals("no") ? "" : retries > 0 ? policy + ":" + retries : policy);
        option("--stop-signal", differing("StopSignal"));
        flag("--init", host.path("Init").asBoolean());
    }

    private void process() {
        option("-u", differing("User"));
        option("-w", differing("WorkingDir"));
        List<String> known = JsonValues.strings(image.path("Env")).toList();
        JsonValues.strings(config.path("Env")).filter(variable -> !known.contains(variable))
                .forEach(variable -> option("-e", variable));
        Map<String, String> labels = JsonValues.texts(image.path("Labels"));
        JsonValues.texts(config.path("Labels")).forEach(
                (label, value) -> option("-l", value.equals(labels.get(label)) ? "" : label + "=" + value));
    }

    private String differing(String member) {
        String own = config.path(member).asText();
        return own.equals(image.path(member).asText()) ? "" : own;
    }

    private void ports() {
        flag("-P", host.path("PublishAllPorts").asBoolean());
        JsonNode bindings = host.path("PortBindings");
        bindings.properties().forEach(port -> JsonValues.elements(port.getValue())
                .forEach(binding -> option("-p", published(port.getKey(), binding))));
        JsonValues.names(config.path("ExposedPorts")).stream()
                .filter(port -> !bindings.has(port) && !image.path("ExposedPorts").has(port))
                .forEach(port -> option("--expose", tcpIsUnderstood(port)));
    }

    private static String published(String port, JsonNode binding) {
        String ip = binding.path("HostIp").asText();
        String address = ip.isEmpty() ? "" : (ip.contains(":") ? "[" + ip + "]" : ip) + ":";
        String hostPort = binding.path("HostPort").asText();
        boolean chosen = hostPort.isEmpty() || hostPort.equals("0");
        return address + (chosen ? address.isEmpty() ? "" : ":" : hostPort + ":") + tcpIsUnderstood(port);
    }

    private static String tcpIsUnderstood(String port) {
        return port.endsWith("/tcp") ? port.substring(0, port.length() - 4) : port;
    }

    private void networks() {
        String mode = host.path("NetworkMode").asText();
        option("--network", USUAL_NETWORKS.contains(mode) ? "" : mode);
        JsonValues.names(container.path("NetworkSettings").path("Networks")).stream()
                .filter(network -> !network.equals(mode) && !USUAL_NETWORKS.contains(network))
                .forEach(network -> option("--network", network));
        each("--dns", host.path("Dns"));
        each("--add-host", host.path("ExtraHosts"));
    }

    private void rights() {
        flag("--privileged", host.path("Privileged").asBoolean());
        flag("--read-only", host.path("ReadonlyRootfs").asBoolean());
        each("--cap-add", host.path("CapAdd"));
        each("--cap-drop", host.path("CapDrop"));
        each("--security-opt", host.path("SecurityOpt"));
        each("--group-add", host.path("GroupAdd"));
        JsonValues.elements(host.path("Devices"))
                .forEach(device -> option("--device", device.path("PathOnHost").asText()
                        + ":" + device.path("PathInContainer").asText() + ":"
                        + device.path("CgroupPermissions").asText()));
        JsonValues.texts(host.path("Sysctls")).forEach((key, value) -> option("--sysctl", key + "=" + value));
        option("--pid", host.path("PidMode").asText());
        String ipc = host.path("IpcMode").asText();
        option("--ipc", ipc.equals("private") || ipc.equals("shareable") ? "" : ipc);
    }

    private void limits() {
        number("--memory", host.path("Memory").asLong());
        long nanoCpus = host.path("NanoCpus").asLong();
        option("--cpus", nanoCpus == 0
                ? ""
                : BigDecimal.valueOf(nanoCpus, 9).stripTrailingZeros()
                        .toPlainString());
        number("--pids-limit", Math.max(0, host.path("PidsLimit").asLong()));
        long shm = host.path("ShmSize").asLong();
        number("--shm-size", shm == USUAL_SHM ? 0 : shm);
        JsonValues.elements(host.path("Ulimits")).forEach(limit -> option("--ulimit", limit.path("Name").asText() + "="
                + limit.path("Soft").asLong() + ":" + limit.path("Hard").asLong()));
    }

    // An entrypoint of one's own takes the image's command away with it; one of several words has only its first
    // in the option, the others before the command.
    private void command() {
        List<String> entrypoint = JsonValues.strings(config.path("Entrypoint")).toList();
        List<String> command = JsonValues.strings(config.path("Cmd")).toList();
        boolean usual = entrypoint.equals(JsonValues.strings(image.path("Entrypoint")).toList());
        if (!usual) {
            words.addAll(List.of("--entrypoint", entrypoint.isEmpty() ? "" : entrypoint.getFirst()));
        }
        words.add(config.path("Image").asText());
        if (!usual) {
            words.addAll(entrypoint.subList(Math.min(1, entrypoint.size()), entrypoint.size()));
        }
        if (!usual || !command.equals(JsonValues.strings(image.path("Cmd")).toList())) {
            words.addAll(command);
        }
    }

    private void each(String option, JsonNode values) {
        JsonValues.strings(values).forEach(value -> option(option, value));
    }

    private void number(String option, long value) {
        option(option, value == 0 ? "" : Long.toString(value));
    }

    private void option(String option, String value) {
        if (!value.isEmpty()) {
            words.addAll(List.of(option, value));
        }
    }

    private void flag(String flag, boolean set) {
        if (set) {
            words.add(flag);
        }
    }
}
