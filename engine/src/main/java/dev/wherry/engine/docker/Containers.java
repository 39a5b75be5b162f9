// Containers.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The engine's containers (Engine API, {@code /containers}). A container is named by its id, the beginning of its id, or its
 * name. Keeps nothing; may be used from any thread.
 */
public final class Containers {

    /** How long a container may take to heed its stop signal; the engine kills it after the time that the container asks for. */
    private static final Duration STOP = Duration.ofMinutes(10);

    private final EngineClient client;

    /** The containers of {@code client}'s engine. */
    public Containers(EngineClient client) {
        this.client = client;
    }

    /**
     * Lists the containers that run or are paused, without Wherry's own helpers ({@code GET /containers/json}).
     *
     * @param all those that do neither, too
     */
    public List<ContainerSummary> list(boolean all) throws IOException {
        return client.containers(all).stream().filter(container -> !container.helper()).toList();
    }

    /** Everything the engine knows of a container ({@code GET /containers/{id}/json}). */
    public JsonNode inspect(String container) throws IOException {
        return client.inspect(container);
    }

    /** Starts a container; one that runs goes on running ({@code POST /containers/{id}/start}). */
    public void start(String container) throws IOException {
        client.call(post(container, "start"));
    }

    /** Stops a container, in the time that it asks for, and then by force ({@code POST /containers/{id}/stop}). */
    public void stop(String container) throws IOException {
        client.call(post(container, "stop"), STOP);
    }

    /** Stops a container as {@link #stop} does, and starts it again ({@code POST /containers/{id}/restart}). */
    public void restart(String container) throws IOException {
        client.call(post(container, "restart"), STOP);
    }

    /** Freezes a container's processes ({@code POST /containers/{id}/pause}). */
    public void pause(String container) throws IOException {
        client.call(post(container, "pause"));
    }

    /** Lets a paused container go on ({@code POST /containers/{id}/unpause}). */
    public void unpause(String container) throws IOException {
        client.call(post(container, "unpause"));
    }

    /** Ends a container at once ({@code POST /containers/{id}/kill}). */
    public void kill(String container) throws IOException {
        client.call(post(container, "kill"));
    }

    /**
     * Deletes a container and what it has written ({@code DELETE /containers/{id}}).
     *
     * @param force   one that runs, too
     * @param volumes its anonymous volumes, too
     */
    public void remove(String container, boolean force, boolean volumes) throws IOException {
        client.call(EngineRequest.delete("/containers/" + EngineRequest.segment(container)).with("force", force)
                .with("v", volumes), EngineSystem.PATIENCE);
    }

    /** Gives a container another name ({@code POST /containers/{id}/rename}). */
    public void rename(String container, String name) throws IOException {
        client.call(post(container, "rename").with("name", name));
    }

    private static EngineRequest post(String container, String action) {
        return EngineRequest.post("/containers/" + EngineRequest.segment(container) + "/" + action);
    }
}
