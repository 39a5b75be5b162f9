// What "docker run" is told.
package dev.wherry.engine.docker;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A container to be made ({@code POST /containers/create}).
 *
 * @param image         name or id of its image, which the engine must have
 * @param name          its name; empty when the engine is to choose
 * @param ports         what it publishes
 * @param environment   variables, over those of the image
 * @param mounts        what of the outside it sees
 * @param command       what it runs; empty for what the image says
 * @param restartPolicy {@code no}, {@code always}, {@code unless-stopped} or {@code on-failure}
 * @param autoRemove    whether it is deleted when it ends
 */
public record RunRequest(String image, String name, List<Port> ports, Map<String, String> environment,
        List<Mount> mounts, List<String> command, String restartPolicy, boolean autoRemove) {

    /**
     * A port to be published.
     *
     * @param hostPort      as which; 0 when the engine is to choose
     * @param containerPort which, 1 to 65535
     * @param type          {@code tcp}, {@code udp} or {@code sctp}
     */
    public record Port(int hostPort, int containerPort, String type) {
    }

    /**
     * A folder or file of the host, or a volume, in the container.
     *
     * @param source   an absolute path in the guest, or a volume's name; a volume that does not exist is made, a folder too
     * @param target   an absolute path in the container
     * @param readOnly whether the container may only read
     */
    public record Mount(String source, String target, boolean readOnly) {

        private JsonNode json() {
            boolean path = source.startsWith("/");
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("Type", path ? "bind" : "volume")
                    .put("Source", source).put("Target", target).put("ReadOnly", readOnly);
            if (path) {
                json.putObject("BindOptions").put("CreateMountpoint", true);
            }
            return json;
        }
    }

    public RunRequest {
        ports = List.copyOf(ports);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        command = List.copyOf(command);
    }

    /** A container of {@code image} with everything left to the image and the engine. */
    public static RunRequest of(String image) {
        return new RunRequest(image, "", List.of(), Map.of(), List.of(), List.of(), "no", false);
    }

    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("Image", image);
        environment.forEach((variable, value) -> json.withArray("/Env").add(variable + "=" + value));
        command.forEach(json.withArray("/Cmd")::add);
        if (command.isEmpty()) {
            json.remove("Cmd");
        }
        ObjectNode host = json.putObject("HostConfig").put("AutoRemove", autoRemove);
        host.putObject("RestartPolicy").put("Name", restartPolicy);
        mounts.forEach(mount -> host.withArray("/Mounts").add(mount.json()));
        ObjectNode exposed = json.putObject("ExposedPorts");
        ObjectNode bindings = host.putObject("PortBindings");
        for (Port port : ports) {
            String inside = port.containerPort + "/" + port.type;
            exposed.putObject(inside);
            bindings.withArray("/" + inside.replace("/", "~1")).addObject()
                    .put("HostPort", port.hostPort == 0 ? "" : Integer.toString(port.hostPort));
        }
        return json;
    }
}
