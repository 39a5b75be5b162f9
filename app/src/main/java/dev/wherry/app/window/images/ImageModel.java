// Everything about one image.
package dev.wherry.app.window.images;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.ImageLayer;
import dev.wherry.engine.docker.Images;

/** What the engine tells of an image when it is asked; an image never changes, but for its names. */
public final class ImageModel implements Subscription {

    /**
     * What is known.
     *
     * @param names       its names, those by content last
     * @param id          {@code sha256:…}
     * @param size        in bytes
     * @param platform    such as {@code linux/amd64}
     * @param command     what it runs, with its entrypoint
     * @param user        whom it runs as; empty for root
     * @param folder      where it runs; empty for the top
     * @param ports       the ports it exposes
     * @param environment its variables, as {@code NAME=value}
     * @param layers      its steps, the newest first
     */
    public record Facts(List<String> names, String id, long size, String platform, List<String> command, String user,
            String folder, List<String> ports, List<String> environment, List<ImageLayer> layers) {

        static Facts of(JsonNode image, List<ImageLayer> layers) {
            JsonNode config = image.path("Config");
            return new Facts(
                    Stream.concat(texts(image.path("RepoTags")), texts(image.path("RepoDigests"))).toList(),
                    image.path("Id").asText(), image.path("Size").asLong(),
                    image.path("Os").asText() + "/" + image.path("Architecture").asText(),
                    Stream.concat(texts(config.path("Entrypoint")), texts(config.path("Cmd"))).toList(),
                    config.path("User").asText(), config.path("WorkingDir").asText(),
                    List.copyOf(names(config.path("ExposedPorts"))), texts(config.path("Env")).toList(), layers);
        }

        private static Stream<String> texts(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
        }

        private static List<String> names(JsonNode object) {
            return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
        }
    }

    private static final Texts TEXTS = Texts.of(ImageModel.class);

    private final Live<List<Facts>> facts = new Live<>(List.of());
    private final Job asking;

    /** Asks for {@code image}, by its id or name. */
    public ImageModel(Desk desk, String image) {
        Images images = new Images(desk.engine().client());
        asking = desk.jobs().start(TEXTS.get("job.inspect", image),
                report -> facts.set(List.of(Facts.of(images.inspect(image), images.history(image)))));
    }

    /** What is known; empty until the engine has told. */
    public Live<List<Facts>> facts() {
        return facts;
    }

    @Override
    public void close() {
        asking.cancel();
    }
}
