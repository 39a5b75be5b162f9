// What the page of images shows.
package dev.wherry.app.window.images;

import java.util.List;
import java.util.Optional;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.EngineWatch;
import dev.wherry.app.watch.Filtered;
import dev.wherry.app.watch.Listing;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.ImageSummary;

/** The images, what is looked for among them, and the build that was started last. */
public final class ImagesModel implements Subscription {

    private final EngineWatch engine;
    private final ImageActions actions;
    private final Live<String> wanted = new Live<>("");
    private final Live<Optional<Build>> build = new Live<>(Optional.empty());
    private final Live<Filtered<ImageRow>> images;
    private final Scope scope = new Scope();

    /** The images of {@code desk}'s engine. */
    public ImagesModel(Desk desk) {
        this.engine = desk.engine();
        this.actions = new ImageActions(desk);
        this.images = Live.computed(scope, this::list, engine.images(), engine.containers(), wanted);
    }

    private Filtered<ImageRow> list() {
        Listing<ImageSummary> listing = engine.images().get();
        if (!listing.known()) {
            return Filtered.unknown();
        }
        List<ContainerSummary> containers = engine.containers().get().items();
        List<ImageRow> rows = listing.items().stream().flatMap(image -> ImageRow.of(image, containers)).toList();
        return Filtered.of(rows, wanted.get(), ImageRow::words);
    }

    /** What is looked for: words of names, ids, or names of containers. */
    public Live<String> wanted() {
        return wanted;
    }

    /** The images that were looked for. */
    public Live<Filtered<ImageRow>> images() {
        return images;
    }

    /** What can be done with them. */
    public ImageActions actions() {
        return actions;
    }

    /** The build that was started last; none before the first. */
    public Live<Optional<Build>> build() {
        return build;
    }

    /** Starts to build what {@code wanted} says. */
    public Build build(BuildDraft wanted) {
        Build started = actions.build(wanted);
        build.set(Optional.of(started));
        return started;
    }

    @Override
    public void close() {
        scope.close();
    }
}
