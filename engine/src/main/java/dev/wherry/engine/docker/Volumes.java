// Volumes.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

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
