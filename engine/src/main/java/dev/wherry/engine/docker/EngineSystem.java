// The engine itself, as against what it keeps.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.time.Duration;

/** The engine as a whole (Engine API, {@code /info} and {@code /system}). Keeps nothing; may be used from any thread. */
public final class EngineSystem {

    /** How long an answer may take that needs the disk to be searched or much of it to be deleted. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final EngineClient client;

    /** {@code client}'s engine. */
    public EngineSystem(EngineClient client) {
        this.client = client;
    }

    /** What the engine says of itself and its surroundings ({@code GET /info}). */
    public EngineInfo info() throws IOException {
        return EngineInfo.from(client.call(EngineRequest.get("/info")));
    }

    /** What takes room ({@code GET /system/df}). The engine counts every file of every volume: it may take minutes. */
    public DiskUsage diskUsage() throws IOException {
        return DiskUsage.from(client.call(EngineRequest.get("/system/df"), PATIENCE));
    }

    /**
     * Forgets what builds have left ({@code POST /build/prune}).
     *
     * @return how many bytes that gave back
     */
    public long pruneBuildCache() throws IOException {
        return client.call(EngineRequest.post("/build/prune").with("all", true), PATIENCE).path("SpaceReclaimed")
                .asLong();
    }
}
