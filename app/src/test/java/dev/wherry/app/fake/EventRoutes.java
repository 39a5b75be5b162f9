// GET /events of the fake engine.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

/** Streams events, one JSON object a line, until the client leaves. */
final class EventRoutes {

    private final EventLog log;

    EventRoutes(EventLog log) {
        this.log = log;
    }

    void register(Router router) {
        router.on("GET", "/events", this::events);
    }

    private void events(Request request) throws IOException, InterruptedException {
        Filters filters = request.filters();
        EventLog.Following following = log.follow(nanos(request.parameter("since"), Long.MAX_VALUE));
        try (OutputStream out = request.stream("application/json")) {
            for (JsonNode event : following.past()) {
                write(out, event, filters);
            }
            while (request.parameter("until").isEmpty()) {
                write(out, following.coming().take(), filters);
            }
        } finally {
            log.leave(following);
        }
    }

    private static long nanos(String seconds, long otherwise) {
        return seconds.isEmpty() ? otherwise : new BigDecimal(seconds).movePointRight(9).longValue();
    }

    private static void write(OutputStream out, JsonNode event, Filters filters) throws IOException {
        String action = event.path("Action").asText();
        boolean wanted = filters.allow("type", event.path("Type").asText())
                && filters.allow("event", action.replaceFirst(":.*", ""))
                && filters.allow("container", event.path("Actor").path("Attributes").path("name").asText());
        if (wanted) {
            out.write((event + "\n").getBytes(UTF_8));
        }
    }
}
