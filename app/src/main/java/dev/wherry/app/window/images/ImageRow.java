// One line of the list of images.
package dev.wherry.app.window.images;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.ImageReference;
import dev.wherry.engine.docker.ImageSummary;

/**
 * An image under one of its names, or without any.
 *
 * @param id         {@code sha256:…}
 * @param repository its name without the tag; empty when it has none
 * @param tag        its tag; empty when it has none
 * @param shortId    the first twelve digits of its id
 * @param size       of all its layers, in bytes
 * @param created    when it was built
 * @param users      names of the containers made from it, those that are stopped too
 */
public record ImageRow(String id, String repository, String tag, String shortId, long size, Instant created,
        List<String> users) {

    public ImageRow {
        users = List.copyOf(users);
    }

    /** The lines of {@code image}: one for each of its names. */
    static Stream<ImageRow> of(ImageSummary image, List<ContainerSummary> containers) {
        List<String> users = image.users(containers).stream().map(ContainerSummary::name).sorted().toList();
        if (image.tags().isEmpty()) {
            String repository = image.digests().isEmpty()
                    ? ""
                    : ImageReference.parse(image.digests().getFirst()).repository();
            return Stream.of(new ImageRow(image.id(), repository, "", image.shortId(), image.size(), image.created(),
                    users));
        }
        return image.tags().stream().map(ImageReference::parse).map(name -> new ImageRow(image.id(),
                name.repository(), name.tag(), image.shortId(), image.size(), image.created(), users));
    }

    /** Tells it from all others. */
    public String key() {
        return id + " " + repository + ":" + tag;
    }

    /** What to call it by towards the engine: its name, or its id when it has none. */
    public String reference() {
        return tag.isEmpty() ? id : repository + ":" + tag;
    }

    /** What to call it by towards people: its name, or the short form of its id when it has none. */
    public String name() {
        return tag.isEmpty() ? shortId : repository + ":" + tag;
    }

    Stream<String> words() {
        return Stream.concat(Stream.of(name(), shortId), users.stream());
    }
}
