// Listing, tagging and removing the images of the fake engine.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** {@code /images/…} but for what is streamed. */
final class ImageRoutes {

    private final World world;

    ImageRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("GET", "/images/json", this::list)
                .on("POST", "/images/prune", this::prune)
                .on("GET", "/images/**/json", request -> request.json(world.image(request.variable()).inspect()))
                .on("GET", "/images/**/history", request -> request.json(world.image(request.variable()).history()))
                .on("POST", "/images/**/tag", this::tag)
                .on("POST", "/images/load", this::load)
                .on("GET", "/images/get", this::save)
                .on("DELETE", "/images/**", this::remove);
    }

    private void list(Request request) throws IOException {
        Filters filters = request.filters();
        request.json(world.images().stream()
                .filter(image -> filters.allow("dangling", String.valueOf(image.tags().isEmpty()))
                        && filters.allowPart("reference", String.join(" ", image.tags()))
                        && filters.allowLabels(image.labels()))
                .map(image -> image.summary(-1, -1)).toList());
    }

    private void load(Request request) throws IOException {
        request.drain();
        FakeImage image = FakeImage.of("loaded", 7_000_000, world.clock.instant());
        world.put(image);
        world.events.emit("image", "load", image.id(), Map.of("name", image.id()));
        try (OutputStream out = request.stream("application/json")) {
            out.write((Json.object("stream", "Loaded image: loaded:latest\n") + "\r\n").getBytes(UTF_8));
        }
    }

    // Not the images themselves, but a tar all the same.
    private void save(Request request) throws IOException {
        FakeImage image = world.image(request.parameter("names"));
        try (OutputStream out = request.stream("application/x-tar");
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            byte[] content = image.inspect().toString().getBytes(UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("manifest.json");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
    }

    private void tag(Request request) throws IOException {
        String tag = request.parameter("tag");
        String name = FakeImage.tagged(request.parameter("repo") + ":" + (tag.isEmpty() ? "latest" : tag));
        FakeImage image = world.image(request.variable()).with(name);
        world.put(image);
        world.events.emit("image", "tag", image.id(), Map.of("name", name));
        request.empty(201);
    }

    private void remove(Request request) throws IOException {
        String name = request.variable();
        FakeImage image = world.image(name);
        boolean byTag = image.tags().contains(FakeImage.tagged(name));
        List<FakeContainer> users = world.usersOf(image);
        boolean last = !byTag || image.tags().size() == 1;
        if (last && !users.isEmpty() && (!request.flag("force") || users.stream().anyMatch(FakeContainer::isUp))) {
            throw new ApiError(409, "conflict: unable to remove repository reference \"" + name
                    + "\" (must force) - container " + users.getFirst().id.substring(0, 12)
                    + " is using its referenced image " + image.id().substring(7, 19));
        }
        request.json(last ? delete(image) : untag(image, FakeImage.tagged(name)));
    }

    private List<ObjectNode> untag(FakeImage image, String tag) {
        world.put(image.without(List.of(tag)));
        world.events.emit("image", "untag", image.id(), Map.of("name", image.id()));
        return List.of(Json.object("Untagged", tag));
    }

    private List<ObjectNode> delete(FakeImage image) {
        List<ObjectNode> said = new ArrayList<>();
        for (String tag : image.tags()) {
            said.addAll(untag(image, tag));
        }
        world.remove(image);
        world.events.emit("image", "delete", image.id(), Map.of("name", image.id()));
        said.add(Json.object("Deleted", image.id()));
        return said;
    }

    private void prune(Request request) throws IOException {
        boolean danglingOnly = !List.of("false", "0").contains(request.filters().first("dangling", "true"));
        List<ObjectNode> said = new ArrayList<>();
        long freed = 0;
        for (FakeImage image : world.images()) {
            if (world.usersOf(image).isEmpty() && (image.tags().isEmpty() || !danglingOnly)) {
                freed += image.size();
                said.addAll(delete(image));
            }
        }
        world.events.emit("image", "prune", "", Map.of("reclaimed", String.valueOf(freed)));
        request.json(Json.object("ImagesDeleted", said.isEmpty() ? null : said, "SpaceReclaimed", freed));
    }
}
