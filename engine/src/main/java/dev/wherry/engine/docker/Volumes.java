// Volumes.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The engine's volumes (Engine API, {@code /volumes}). Keeps nothing; may be used from any thread. */
public final class Volumes {

    private final EngineClient client;

    /** The volumes of {@code client}'s engine. */
    public Volumes(EngineClient client) {
        this.client = client;
    }

    /** All volumes, soon and without their sizes ({@code GET /volumes}). */
    public List<VolumeSummary> list() throws IOException {
        return volumes(client.call(EngineRequest.get("/volumes")));
    }

    /**
     * All volumes with their sizes ({@code GET /system/df}). The engine counts every file for that: it may take minutes.
     */
    public List<VolumeSummary> listWithSizes() throws IOException {
        return volumes(client.call(EngineRequest.get("/system/df").with("type", "volume"), EngineSystem.PATIENCE));
    }

    private static List<VolumeSummary> volumes(JsonNode answer) {
        return JsonValues.elements(answer.path("Volumes")).map(VolumeSummary::from).toList();
    }

    /** Makes a volume, or finds it when there is one of this name already ({@code POST /volumes/create}). */
    public VolumeSummary create(String name) throws IOException {
        return VolumeSummary.from(client.call(EngineRequest.post("/volumes/create")
                .json(JsonNodeFactory.instance.objectNode().put("Name", name))));
    }

    /**
     * Deletes a volume and all that is in it ({@code DELETE /volumes/{name}}).
     *
     * @throws EngineException with status 409 while a container mounts it
     */
    public void remove(String volume) throws IOException {
        removeLeftMounts(volume);
        client.call(EngineRequest.delete(path(volume)), EngineSystem.PATIENCE);
    }

    // Those of a Wherry that was killed, which nobody sees.
    private void removeLeftMounts(String volume) throws IOException {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        filters.putArray("label").add(VolumeMount.LABEL);
        filters.putArray("volume").add(volume);
        JsonNode left = client.call(
                EngineRequest.get("/containers/json").with("all", true).with("filters", filters.toString()));
        for (JsonNode container : left) {
            new Containers(client).remove(container.path("Id").asText(), true, false);
        }
    }

    /** A way into a volume, to be closed soon: the volume cannot be deleted meanwhile. */
    public VolumeMount open(String volume) throws IOException {
        return VolumeMount.open(client, volume);
    }

    /**
     * Writes all that is in a volume as a tar, whose entries begin with {@code ./}. An interrupt ends it. Containers that are
     * writing to the volume go on; whoever wants what belongs together stops them first.
     */
    public void backUp(String volume, OutputStream tar) throws IOException {
        try (VolumeMount mount = open(volume);
                InputStream files = new ContainerFiles(client).read(mount.container(), VolumeMount.PATH + "/.")) {
            files.transferTo(tar);
        }
    }

    /**
     * Unpacks a tar into a volume, over what is there already. An interrupt ends it, and leaves what was unpacked.
     *
     * @param tar as {@link #backUp} writes it, perhaps compressed by gzip, bzip2, xz or zstd; read to its end and left to its
     *            owner to close
     */
    public void restore(String volume, InputStream tar) throws IOException {
        try (VolumeMount mount = open(volume)) {
            new ContainerFiles(client).write(mount.container(), VolumeMount.PATH, tar);
        }
    }

    /** Where the Engine API has a volume. */
    static String path(String volume) {
        return "/volumes/" + EngineRequest.segment(volume);
    }

    /**
     * Deletes all volumes that no container mounts ({@code POST /volumes/prune}).
     *
     * @param named those that have a name of their own, too
     * @return how many bytes that gave back
     */
    public long prune(boolean named) throws IOException {
        EngineRequest prune = EngineRequest.post("/volumes/prune");
        return client.call(named ? prune.with("filters", "{\"all\":[\"true\"]}") : prune, EngineSystem.PATIENCE)
                .path("SpaceReclaimed").asLong();
    }
}
