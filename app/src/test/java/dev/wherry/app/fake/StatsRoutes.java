// GET /containers/{id}/stats of the fake engine.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.databind.JsonNode;

/** Streams figures at every beat of the clock, or says them once. */
final class StatsRoutes {

    private final World world;

    StatsRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("GET", "/containers/*/stats", this::stats);
    }

    private void stats(Request request) throws IOException, InterruptedException {
        FakeContainer container = world.container(request.variable());
        StatsSample sample = new StatsSample(container);
        long beat = world.stats.beats();
        if (!request.parameter("stream").isEmpty() && !request.flag("stream")) {
            request.json(sample.at(beat, world.clock.instant(), request.flag("one-shot")));
            return;
        }
        try (OutputStream out = request.stream("application/json")) {
            write(out, sample.at(beat, world.clock.instant(), true));
            while (world.findContainer(container.id).isPresent()) {
                beat = world.stats.awaitAfter(beat);
                write(out, sample.at(beat, world.clock.instant(), false));
            }
        }
    }

    private static void write(OutputStream out, JsonNode figures) throws IOException {
        out.write((figures + "\n").getBytes(UTF_8));
    }
}
