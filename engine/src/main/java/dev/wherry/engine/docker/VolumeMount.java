// A way into a volume: a container that mounts it and is never started.
package dev.wherry.engine.docker;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A container without contents that mounts one volume, so that {@link ContainerFiles} can reach what is in it. It is never
 * started, so it needs no program: its image is made for it, of an empty tar, and both are gone when this is closed.
 */
public final class VolumeMount implements Closeable {

    /** Where the volume is in the container. */
    public static final String PATH = "/volume";

    /** Label of the containers and images that Wherry makes for itself. */
    static final String LABEL = "dev.wherry.helper";

    // Two blocks of zeros are a tar without entries (POSIX, pax, "ustar Interchange Format").
    private static final byte[] EMPTY_TAR = new byte[1024];

    private final EngineClient client;
    private final String image;
    private final String container;

    private VolumeMount(EngineClient client, String image, String container) {
        this.client = client;
        this.image = image;
        this.container = container;
    }

    static VolumeMount open(EngineClient client, String volume) throws IOException {
        // Mounting would make a volume that is not there.
        client.call(EngineRequest.get(Volumes.path(volume)));
        String image = importNothing(client);
        try {
            String id = client.call(EngineRequest.post("/containers/create").json(wanted(image, volume))).path("Id")
                    .asText();
            return new VolumeMount(client, image, id);
        } catch (IOException e) {
            try {
                new Images(client).remove(image, true);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private static String importNothing(EngineClient client) throws IOException {
        List<String> said = new ArrayList<>();
        MessageStream.follow(client,
                EngineRequest.post("/images/create").with("fromSrc", "-").with("changes", "LABEL " + LABEL + "=volume")
                        .streaming("application/x-tar", new ByteArrayInputStream(EMPTY_TAR)),
                message -> said.add(message.path("status").asText()));
        if (said.isEmpty()) {
            throw new IOException("The engine did not say which image it had made");
        }
        return said.getLast();
    }

    private static ObjectNode wanted(String image, String volume) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("Image", image).put("NetworkDisabled", true);
        json.putArray("Cmd").add("never started"); // the engine makes no container without
        json.putObject("Labels").put(LABEL, "volume");
        json.putObject("HostConfig").put("NetworkMode", "none").putArray("Mounts").addObject().put("Type", "volume")
                .put("Source", volume).put("Target", PATH);
        return json;
    }

    /** The container's id, for {@link ContainerFiles}; the volume is at {@link #PATH} in it. */
    public String container() {
        return container;
    }

    /** Deletes the container and its image; the volume stays. */
    @Override
    public void close() throws IOException {
        new Containers(client).remove(container, true, false);
        new Images(client).remove(image, true);
    }
}
