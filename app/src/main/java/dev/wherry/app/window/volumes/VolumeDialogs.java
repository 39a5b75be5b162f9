// The dialogs of the page of volumes.
package dev.wherry.app.window.volumes;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.FileChooser;

import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Enumeration;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Question;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.NameBox;
import dev.wherry.app.window.parts.PruneBox;
import dev.wherry.app.window.parts.PruneModel;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.Volumes;

/** Asks for what an action needs, and starts it. */
final class VolumeDialogs {

    private static final Texts TEXTS = Texts.of(VolumeDialogs.class);

    private final Shell shell;
    private final VolumesModel model;

    VolumeDialogs(Shell shell, VolumesModel model) {
        this.shell = shell;
        this.model = model;
    }

    void create() {
        NameBox.show(shell, new NameBox.Words(TEXTS.get("create.title"), TEXTS.get("column.name"), "",
                TEXTS.get("create.prompt"), TEXTS.get("create.go")), model::problem, model.actions()::create);
    }

    void remove(List<VolumeRow> volumes) {
        String names = Enumeration.of(volumes.stream().map(VolumeRow::shortName).toList());
        String title = volumes.size() == 1
                ? TEXTS.get("remove.one", names)
                : TEXTS.get("remove.many", volumes.size());
        List<String> users = volumes.stream().flatMap(volume -> volume.users().stream()).distinct().sorted().toList();
        String text = TEXTS.get("remove.text", names)
                + (users.isEmpty() ? "" : "\n\n" + TEXTS.get("remove.users", Enumeration.of(users)));
        shell.ask(new Question(title, text, TEXTS.get("remove"), true), () -> model.actions().remove(volumes));
    }

    void prune() {
        PruneModel counting = new PruneModel(shell.desk().jobs(), TEXTS.get("job.count"), this::reclaimable);
        PruneBox.show(shell, TEXTS.get("prune.title"), counting,
                List.of(new PruneBox.Way(TEXTS.get("prune.anonymous"), TEXTS.get("prune.anonymous.hint")),
                        new PruneBox.Way(TEXTS.get("prune.unused"), TEXTS.get("prune.unused.hint"))),
                way -> model.actions().prune(way == 1, freed -> Platform
                        .runLater(() -> shell.say(TEXTS.get("prune.freed", Amounts.bytes(freed))))));
    }

    private List<Long> reclaimable() throws java.io.IOException {
        List<ContainerSummary> containers = shell.desk().engine().containers().get().items();
        List<VolumeRow> unused = new Volumes(shell.desk().engine().client()).listWithSizes().stream()
                .map(volume -> VolumeRow.of(volume, Math.max(0, volume.size()), containers))
                .filter(volume -> volume.users().isEmpty()).toList();
        return List.of(unused.stream().filter(VolumeRow::anonymous).mapToLong(VolumeRow::size).sum(),
                unused.stream().mapToLong(VolumeRow::size).sum());
    }

    void backUp(VolumeRow volume) {
        FileChooser chooser = chooser(TEXTS.get("back.up.title", volume.shortName()));
        chooser.setInitialFileName(volume.name() + ".tar");
        File chosen = chooser.showSaveDialog(shell.owner());
        if (chosen != null) {
            model.actions().backUp(volume, chosen.toPath());
        }
    }

    void restore(VolumeRow volume) {
        File chosen = chooser(TEXTS.get("restore.title", volume.shortName())).showOpenDialog(shell.owner());
        if (chosen != null) {
            restore(volume, chosen.toPath());
        }
    }

    /** Unpacks {@code file}, and asks before that when there is something in {@code volume}. */
    void restore(VolumeRow volume, Path file) {
        model.actions().look(volume, something -> Platform.runLater(() -> {
            if (something) {
                shell.ask(new Question(TEXTS.get("restore.over", volume.shortName()), TEXTS.get("restore.over.text"),
                        TEXTS.get("restore.go"), true), () -> model.actions().restore(volume, file));
            } else {
                model.actions().restore(volume, file);
            }
        }));
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(TEXTS.get("tars"), "*.tar", "*.tar.gz", "*.tgz", "*.tar.xz"),
                new FileChooser.ExtensionFilter(TEXTS.get("all.files"), "*.*"));
        return chooser;
    }
}
