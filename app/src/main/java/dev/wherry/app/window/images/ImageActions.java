// What can be done with images.
package dev.wherry.app.window.images;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Bulk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.ImageReference;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.docker.RegistryLogins;
import dev.wherry.engine.docker.RunRequest;
import dev.wherry.engine.docker.TransferProgress;

/** Calls to the engine, each as a job. */
public final class ImageActions {

    private static final Texts TEXTS = Texts.of(ImageActions.class);

    private interface Moving {
        void move(ImageReference image, RegistryLogins logins, Consumer<TransferProgress> listener) throws IOException;
    }

    private final Desk desk;
    private final Images images;
    private final Containers containers;

    ImageActions(Desk desk) {
        this.desk = desk;
        this.images = new Images(desk.engine().client());
        this.containers = new Containers(desk.engine().client());
    }

    /** Fetches the image {@code name} from its registry. */
    public Transfer pull(String name) {
        return transfer(TEXTS.get("job.pull", name), name, images::pull);
    }

    /** Sends {@code image}, which has a name, to its registry. */
    public Transfer push(ImageRow image) {
        return transfer(TEXTS.get("job.push", image.name()), image.name(), images::push);
    }

    private Transfer transfer(String title, String name, Moving moving) {
        Live<TransferProgress> progress = new Live<>(new TransferProgress(List.of(), ""));
        Job job = desk.jobs().start(title, report -> moving.move(ImageReference.parse(name), RegistryLogins.ofUser(),
                now -> {
                    progress.set(now);
                    report.at(now.fraction(), detail(now));
                }));
        return new Transfer(job, progress);
    }

    private static String detail(TransferProgress progress) {
        long done = progress.layers().stream().filter(TransferProgress.Layer::done).count();
        return progress.layers().isEmpty() ? "" : TEXTS.get("job.layers", done, progress.layers().size());
    }

    /** Gives {@code image} the name {@code name} too. */
    public Job tag(ImageRow image, String name) {
        return desk.jobs().start(TEXTS.get("job.tag", image.name()),
                report -> images.tag(image.reference(), ImageReference.parse(name)));
    }

    /**
     * Takes the names in {@code rows} away, and deletes the images that have no other.
     *
     * @param force even where stopped containers use them
     */
    public Job remove(List<ImageRow> rows, boolean force) {
        String title = rows.size() == 1
                ? TEXTS.get("job.remove", rows.getFirst().name())
                : TEXTS.get("job.remove.many", rows.size());
        return desk.jobs().start(title, new Bulk<>(rows, ImageRow::name, row -> images.remove(row.reference(), force)));
    }

    /**
     * Deletes the images that no container uses.
     *
     * @param named those that have a name, too
     * @param freed hears how many bytes that gave back
     */
    public Job prune(boolean named, LongConsumer freed) {
        return desk.jobs().start(TEXTS.get("job.prune"), report -> freed.accept(images.prune(named)));
    }

    /** Makes and starts a container; {@code started} hears its id. */
    public Job run(RunRequest wanted, Consumer<String> started) {
        return desk.jobs().start(TEXTS.get("job.run", wanted.image()),
                report -> started.accept(containers.run(wanted)));
    }

    /** Builds an image. */
    Build build(BuildDraft wanted) {
        LineLog log = new LineLog();
        Job job = desk.jobs().start(TEXTS.get("job.build", wanted.title()), report -> {
            report.at(-1, "");
            wanted.build(images, RegistryLogins.ofUser(), line -> {
                log.add(line);
                report.at(-1, line);
            });
        });
        return new Build(job, log);
    }
}
