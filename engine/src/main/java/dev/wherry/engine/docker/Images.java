// Container images.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The engine's container images (Engine API, {@code /images}). Keeps nothing; may be used from any thread. */
public final class Images {

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

    private static String path(String image) {
        return "/images/" + EngineRequest.segment(image);
    }
}
