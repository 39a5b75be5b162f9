// The dialogs of the page of images.
package dev.wherry.app.window.images;

import java.util.List;
import javafx.application.Platform;

import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.NameBox;
import dev.wherry.app.window.parts.PruneBox;
import dev.wherry.app.window.parts.PruneModel;
import dev.wherry.engine.docker.DiskUsage;
import dev.wherry.engine.docker.EngineSystem;

/** Asks for what an action needs, and starts it. */
final class ImageDialogs {

    private static final Texts TEXTS = Texts.of(ImageDialogs.class);

    private final Shell shell;
    private final ImagesModel model;

    ImageDialogs(Shell shell, ImagesModel model) {
        this.shell = shell;
        this.model = model;
    }

    void pull() {
        NameBox.show(shell,
                new NameBox.Words(TEXTS.get("pull.title"), TEXTS.get("field.name"), "", TEXTS.get("pull.prompt"),
                        TEXTS.get("pull.go")),
                ImageName::problem, name -> TransferBox.show(shell, model.actions().pull(name)));
    }

    void push(ImageRow image) {
        TransferBox.show(shell, model.actions().push(image));
    }

    void tag(ImageRow image) {
        NameBox.show(shell,
                new NameBox.Words(TEXTS.get("tag.title", image.name()), TEXTS.get("field.name"),
                        image.repository().isEmpty() ? "" : image.repository() + ":", TEXTS.get("tag.prompt"),
                        TEXTS.get("tag.go")),
                ImageName::problem, name -> model.actions().tag(image, name));
    }

    void run(ImageRow image) {
        RunBox.show(shell, image, new RunModel(shell.desk(), model.actions(), image));
    }

    void remove(List<ImageRow> images) {
        RemoveBox.show(shell, images, force -> model.actions().remove(images, force));
    }

    void prune() {
        EngineSystem system = new EngineSystem(shell.desk().engine().client());
        PruneModel counting = new PruneModel(shell.desk().jobs(), TEXTS.get("job.count"), () -> {
            DiskUsage usage = system.diskUsage();
            return List.of(usage.danglingImages(), usage.images().reclaimable());
        });
        PruneBox.show(shell, TEXTS.get("prune.title"), counting,
                List.of(new PruneBox.Way(TEXTS.get("prune.dangling"), TEXTS.get("prune.dangling.hint")),
                        new PruneBox.Way(TEXTS.get("prune.unused"), TEXTS.get("prune.unused.hint"))),
                way -> model.actions().prune(way == 1, freed -> Platform
                        .runLater(() -> shell.say(TEXTS.get("prune.freed", Amounts.bytes(freed))))));
    }

    void build() {
        BuildBox.show(shell, new BuildModel(), draft -> {
            model.build(draft);
            showBuild();
        });
    }

    void showBuild() {
        model.build().get().ifPresent(build -> BuildLogBox.show(shell, build));
    }
}
