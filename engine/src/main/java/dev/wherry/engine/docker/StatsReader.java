// Follows what a container uses.
package dev.wherry.engine.docker;

import java.io.Closeable;
import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The readings of a container's counters. One thread reads; any other may {@link #close}, which ends the reading. */
public final class StatsReader implements Closeable {

    private final JsonStream samples;
    private boolean rated;

    StatsReader(EngineResponse response) {
        this.samples = new JsonStream(response);
    }

    /**
     * The next reading that has a rate, waiting for it; null at the end: the container does not run, or this was closed.
     *
     * @throws IOException when the connection is lost
     */
    public @Nullable ContainerStats next() throws IOException {
        JsonNode json = samples.next();
        if (json != null && !rated && !ContainerStats.isRate(json) && ContainerStats.from(json) != null) {
            json = samples.next(); // the first of a stream has nothing before it
        }
        rated = true;
        return json == null ? null : ContainerStats.from(json);
    }

    @Override
    public void close() throws IOException {
        samples.close();
    }
}
