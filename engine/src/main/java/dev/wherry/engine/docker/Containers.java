// Containers.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

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

    /**
     * Makes a container and starts it ({@code POST /containers/create}, then {@code start}). One that does not start is deleted
     * again, so that the same can be tried once more.
     *
     * @return its id
     * @throws EngineException with status 404 when the engine does not have the image
     */
    public String run(RunRequest wanted) throws IOException {
        EngineRequest create = EngineRequest.post("/containers/create").json(wanted.json());
        String id = client.call(wanted.name().isEmpty() ? create : create.with("name", wanted.name())).path("Id")
                .asText();
        try {
            start(id);
        } catch (IOException e) {
            discard(id, e);
            throw e;
        }
        return id;
    }

    private void discard(String container, IOException because) {
        try {
            remove(container, true, true);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * The words of the {@code docker run} command that would make a container like this one, as far as what its image says
     * leaves to be told.
     */
    public List<String> runCommand(String container) throws IOException {
        JsonNode inspected = inspect(container);
        return RunCommand.of(inspected, image(inspected.path("Image").asText()));
    }

    private JsonNode image(String id) throws IOException {
        try {
            return new Images(client).inspect(id);
        } catch (EngineException e) {
            if (e.status() == 404) {
                return MissingNode.getInstance(); // deleted since; then everything is told
            }
            throw e;
        }
    }

    /**
     * What a container has written to its standard output and error, and perhaps goes on to write
     * ({@code GET /containers/{id}/logs}).
     */
    public LogReader logs(String container, LogRequest wanted) throws IOException {
        boolean terminal = inspect(container).path("Config").path("Tty").asBoolean();
        EngineResponse response = client.stream(wanted.on(EngineRequest.get(path(container) + "/logs")));
        return new LogReader(response, terminal, wanted.timestamps());
    }

    /**
     * A running container's use of the machine, about once a second ({@code GET /containers/{id}/stats}). The first sample comes
     * after about two seconds, since it takes two readings to tell a rate.
     */
    public StatsReader stats(String container) throws IOException {
        return new StatsReader(client.stream(EngineRequest.get(path(container) + "/stats").with("stream", true)));
    }

    /**
     * A running container's use of the machine at this moment, with counters but without rates; null when it does not run
     * ({@code GET /containers/{id}/stats?one-shot=true}). {@link ContainerStats#cpuPercentSince} makes rates of two of them.
     */
    public @Nullable ContainerStats statsNow(String container) throws IOException {
        return ContainerStats.from(client.call(
                EngineRequest.get(path(container) + "/stats").with("stream", false).with("one-shot", true)));
    }

    /** The processes of a running container ({@code GET /containers/{id}/top}). */
    public ProcessTable top(String container) throws IOException {
        return ProcessTable.from(client.call(EngineRequest.get(path(container) + "/top")));
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
        client.call(EngineRequest.delete(path(container)).with("force", force)
                .with("v", volumes), EngineSystem.PATIENCE);
    }

    /** Gives a container another name ({@code POST /containers/{id}/rename}). */
    public void rename(String container, String name) throws IOException {
        client.call(post(container, "rename").with("name", name));
    }

    private static EngineRequest post(String container, String action) {
        return EngineRequest.post(path(container) + "/" + action);
    }

    /** Where the Engine API has a container. */
    static String path(String container) {
        return "/containers/" + EngineRequest.segment(container);
    }
}
