// Container images.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** The engine's container images (Engine API, {@code /images}). Keeps nothing; may be used from any thread. */
public final class Images {

    private static final String LOGIN = "X-Registry-Auth";
    private static final String LOGINS = "X-Registry-Config";

    private final EngineClient client;

    /** The images of {@code client}'s engine. */
    public Images(EngineClient client) {
        this.client = client;
    }

    /** All images but the intermediate ones of builds ({@code GET /images/json}). */
    public List<ImageSummary> list() throws IOException {
        return JsonValues.elements(client.call(EngineRequest.get("/images/json"))).map(ImageSummary::from)
                .filter(image -> !image.labels().containsKey(VolumeMount.LABEL)).toList();
    }

    /**
     * Everything the engine knows of one image ({@code GET /images/{name}/json}).
     *
     * @param image id, beginning of an id, or name
     */
    public JsonNode inspect(String image) throws IOException {
        return client.call(EngineRequest.get(path(image) + "/json"));
    }

    /** What its layers were made by, the newest first ({@code GET /images/{name}/history}). */
    public List<ImageLayer> history(String image) throws IOException {
        return JsonValues.elements(client.call(EngineRequest.get(path(image) + "/history"))).map(ImageLayer::from)
                .toList();
    }

    /**
     * Fetches an image from its registry ({@code POST /images/create}). An interrupt ends it; layers that are there stay.
     *
     * @param listener hears of every step, some hundred times a second, on this thread
     */
    public void pull(ImageReference image, RegistryLogins logins, Consumer<TransferProgress> listener)
            throws IOException {
        transfer(EngineRequest.post("/images/create").with("fromImage", image.repository()).with("tag", image.tag())
                .header(LOGIN, logins.headerFor(image.registry())), listener);
    }

    /** Sends an image to its registry ({@code POST /images/{name}/push}); otherwise as {@link #pull}. */
    public void push(ImageReference image, RegistryLogins logins, Consumer<TransferProgress> listener)
            throws IOException {
        transfer(EngineRequest.post(path(image.repository()) + "/push").with("tag", image.tag())
                .header(LOGIN, logins.headerFor(image.registry())), listener);
    }

    private void transfer(EngineRequest request, Consumer<TransferProgress> listener) throws IOException {
        AtomicReference<TransferProgress> progress = new AtomicReference<>(TransferProgress.NONE);
        MessageStream.follow(client, request,
                message -> listener.accept(progress.updateAndGet(before -> before.after(message))));
    }

    /** Gives an image another name ({@code POST /images/{name}/tag}). */
    public void tag(String image, ImageReference name) throws IOException {
        client.call(EngineRequest.post(path(image) + "/tag").with("repo", name.repository()).with("tag", name.tag()));
    }

    /**
     * Takes a name from an image, and deletes it when that was its last ({@code DELETE /images/{name}}).
     *
     * @param force even when it has several names and is given by id, or stopped containers use it
     */
    public void remove(String image, boolean force) throws IOException {
        client.call(EngineRequest.delete(path(image)).with("force", force), EngineSystem.PATIENCE);
    }

    /**
     * Deletes images that no container uses ({@code POST /images/prune}). {@link EngineSystem#diskUsage} estimates what that
     * frees.
     *
     * @param named those that have a name, too
     * @return how many bytes that gave back
     */
    public long prune(boolean named) throws IOException {
        return client.call(EngineRequest.post("/images/prune").with("filters", "{\"dangling\":[\"" + !named + "\"]}"),
                EngineSystem.PATIENCE).path("SpaceReclaimed").asLong();
    }

    /**
     * Builds an image with the engine's classic builder ({@code POST /build}). An interrupt ends it.
     *
     * @param context a tar of the folder that the Dockerfile is about, read to its end and left to its owner to close
     * @param log     hears every line that the builder says, on this thread
     * @return the image's id
     */
    public String build(BuildRequest wanted, InputStream context, RegistryLogins logins, Consumer<String> log)
            throws IOException {
        EngineRequest request = wanted.on(EngineRequest.post("/build")).header(LOGINS, logins.headerForAll())
                .streaming("application/x-tar", context);
        BuildLog said = new BuildLog(log);
        MessageStream.follow(client, request, said);
        return said.imageId();
    }

    /**
     * Takes images from a tar as {@code docker save} makes one ({@code POST /images/load}).
     *
     * @param tar read to its end and left to its owner to close
     * @return what the engine says of each, such as {@code Loaded image: nginx:latest}
     */
    public List<String> load(InputStream tar) throws IOException {
        List<String> said = new ArrayList<>();
        MessageStream.follow(client,
                EngineRequest.post("/images/load").with("quiet", true).streaming("application/x-tar", tar),
                message -> said.add(message.path("stream").asText().strip()));
        return said;
    }

    /** Writes images, names and all, as a tar for {@link #load} ({@code GET /images/get}). An interrupt ends it. */
    public void save(List<String> images, OutputStream tar) throws IOException {
        try (EngineResponse response = client.stream(EngineRequest.get("/images/get").with("names", images),
                EngineSystem.PATIENCE)) {
            response.body().transferTo(tar);
        }
    }

    private static String path(String image) {
        return "/images/" + EngineRequest.segment(image);
    }
}
