// Pulling, pushing and building images in the fake engine.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.app.fake.Transfers.Kind;

/** Tells of each step in a line of JSON, as the engine does. */
final class TransferRoutes {

    private static final int LAYERS = 3;
    private static final long LAYER_SIZE = 12_000_000;
    private static final int STEPS = 10;
    private static final Pattern LABEL = Pattern.compile("LABEL (\\S+)=(\\S+)");

    private final World world;

    TransferRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("POST", "/images/create", this::pull)
                .on("POST", "/images/**/push", this::push)
                .on("POST", "/build", this::build);
    }

    private void pull(Request request) throws IOException, InterruptedException {
        request.drain();
        if (!request.parameter("fromSrc").isEmpty()) {
            takeIn(request);
            return;
        }
        String repository = request.parameter("fromImage").replaceFirst("^docker.io/(library/)?", "");
        String tag = request.parameter("tag");
        String name = tag.isEmpty() ? FakeImage.tagged(repository) : repository + ":" + tag;
        if (repository.contains("missing")) {
            throw new ApiError(404, "pull access denied for " + repository + ", repository does not exist or may "
                    + "require 'docker login': denied: requested access to the resource is denied");
        }
        try (OutputStream out = request.stream("application/json")) {
            say(out, "status", "Pulling from " + (repository.contains("/") ? "" : "library/") + repository, "id",
                    name.substring(name.lastIndexOf(':') + 1));
            for (int layer = 0; layer < LAYERS; layer++) {
                say(out, "status", "Pulling fs layer", "progressDetail", Map.of(), "id", layer(name, layer));
            }
            move(out, name, "Downloading", 1, STEPS / 2);
            if (!passes(out, Kind.PULL)) {
                return;
            }
            move(out, name, "Downloading", STEPS / 2 + 1, STEPS);
            finish(out, name, "Download complete");
            move(out, name, "Extracting", 1, STEPS);
            finish(out, name, "Pull complete");
            world.put(FakeImage.of(FakeImage.tagged(name), LAYERS * LAYER_SIZE,
                    world.clock.instant().minusSeconds(86400 * 5)));
            world.events.emit("image", "pull", name, Map.of("name", repository));
            say(out, "status", "Digest: " + Ids.digest("digest " + name));
            say(out, "status", "Status: Downloaded newer image for " + name);
        }
    }

    private void takeIn(Request request) throws IOException {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(request.parameter("changes"));
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        FakeImage image = new FakeImage(Ids.digest(world.madeUpName()), List.of(), 0, world.clock.instant(), labels);
        world.put(image);
        world.events.emit("image", "import", image.id(), Map.of("name", image.id()));
        try (OutputStream out = request.stream("application/json")) {
            say(out, "status", image.id());
        }
    }

    private void push(Request request) throws IOException, InterruptedException {
        request.drain();
        String tag = request.parameter("tag").isEmpty() ? "latest" : request.parameter("tag");
        FakeImage image = world.image(request.variable() + ":" + tag);
        try (OutputStream out = request.stream("application/json")) {
            say(out, "status", "The push refers to repository [docker.io/" + request.variable() + "]");
            finish(out, image.id(), "Preparing");
            move(out, image.id(), "Pushing", 1, STEPS / 2);
            if (!passes(out, Kind.PUSH)) {
                return;
            }
            move(out, image.id(), "Pushing", STEPS / 2 + 1, STEPS);
            finish(out, image.id(), "Pushed");
            world.events.emit("image", "push", request.variable(), Map.of("name", request.variable()));
            say(out, "status", tag + ": digest: " + Ids.digest("digest " + image.id()) + " size: 1234");
        }
    }

    private void build(Request request) throws IOException, InterruptedException {
        request.drain();
        String name = FakeImage.tagged(request.parameter("t").isEmpty() ? "built" : request.parameter("t"));
        List<String> steps = List.of("FROM alpine:3.20", "COPY . /app", "RUN make -C /app", "CMD [\"/app/run\"]");
        try (OutputStream out = request.stream("application/json")) {
            for (int step = 0; step < steps.size(); step++) {
                if (step == steps.size() / 2 && !passes(out, Kind.BUILD)) {
                    return;
                }
                say(out, "stream", "Step " + (step + 1) + "/" + steps.size() + " : " + steps.get(step));
                say(out, "stream", "\n");
                say(out, "stream", " ---> " + layer(name, step) + "\n");
            }
            FakeImage image = FakeImage.of(name, LAYER_SIZE, world.clock.instant());
            world.put(image);
            world.events.emit("image", "tag", image.id(), Map.of("name", name));
            say(out, "aux", Json.object("ID", image.id()));
            say(out, "stream", "Successfully built " + image.id().substring(7, 19) + "\n");
            say(out, "stream", "Successfully tagged " + name + "\n");
        }
    }

    private boolean passes(OutputStream out, Kind kind) throws IOException, InterruptedException {
        String failure = world.transfers.half(kind);
        if (!failure.isEmpty()) {
            say(out, "errorDetail", Map.of("message", failure), "error", failure);
        }
        return failure.isEmpty();
    }

    private static String layer(String name, int number) {
        return Ids.of(name + " " + number).substring(0, 12);
    }

    private static void move(OutputStream out, String name, String what, int first, int last) throws IOException {
        for (int step = first; step <= last; step++) {
            for (int layer = 0; layer < LAYERS; layer++) {
                long total = LAYER_SIZE / (layer + 1);
                long current = total * step / STEPS;
                say(out, "status", what, "progressDetail", Map.of("current", current, "total", total), "progress",
                        "[%s>%s]  %.1fMB/%.1fMB".formatted("=".repeat(step * 5), " ".repeat((STEPS - step) * 5),
                                current / 1e6, total / 1e6),
                        "id", layer(name, layer));
            }
        }
    }

    private static void finish(OutputStream out, String name, String what) throws IOException {
        for (int layer = 0; layer < LAYERS; layer++) {
            say(out, "status", what, "progressDetail", Map.of(), "id", layer(name, layer));
        }
    }

    private static void say(OutputStream out, Object... namesAndValues) throws IOException {
        ObjectNode line = Json.object(namesAndValues);
        out.write((line + "\r\n").getBytes(UTF_8));
    }
}
