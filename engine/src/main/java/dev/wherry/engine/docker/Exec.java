// A command that runs in a container.
package dev.wherry.engine.docker;

import java.io.Closeable;
import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.stream.ByteStream;
import org.jspecify.annotations.Nullable;

/** A command's streams and its end. Closing it leaves the command alone but hangs up, on which a shell ends itself. */
public final class Exec implements Closeable {

    private final EngineClient client;
    private final String id;
    private final ByteStream stream;

    Exec(EngineClient client, String id, ByteStream stream) {
        this.client = client;
        this.id = id;
        this.stream = stream;
    }

    /** What it reads and writes; the input ends when the command does. */
    public ByteStream stream() {
        return stream;
    }

    /** Tells its terminal another size, in characters ({@code POST /exec/{id}/resize}). */
    public void resize(int columns, int rows) throws IOException {
        client.call(EngineRequest.post("/exec/" + id + "/resize").with("w", Integer.toString(columns)).with("h",
                Integer.toString(rows)));
    }

    /** How it ended, 0 to 255; null while it runs ({@code GET /exec/{id}/json}). */
    public @Nullable Integer exitCode() throws IOException {
        JsonNode state = client.call(EngineRequest.get("/exec/" + id + "/json"));
        return state.path("Running").asBoolean() ? null : (Integer) state.path("ExitCode").asInt();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
