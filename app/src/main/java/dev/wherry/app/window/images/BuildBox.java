// The form of a build.
package dev.wherry.app.window.images;

import java.io.File;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.DialogBox;
import dev.wherry.app.window.parts.FormFields;
import dev.wherry.app.window.parts.RowList;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;

/** Asks which folder to build, and how. */
final class BuildBox {

    private static final Texts TEXTS = Texts.of(BuildBox.class);
    private static final double WIDTH = 560;

    private final BuildModel model;

    private BuildBox(BuildModel model) {
        this.model = model;
    }

    static void show(Shell shell, BuildModel model, Consumer<BuildDraft> build) {
        new BuildBox(model).open(shell, build);
    }

    private void open(Shell shell, Consumer<BuildDraft> build) {
        TextField folder = field("build-folder", TEXTS.get("build.folder.prompt"));
        folder.textProperty().subscribe(text -> model.edit(draft -> draft.withFolder(text)));
        TextField dockerfile = field("build-dockerfile", "Dockerfile");
        dockerfile.setText(model.draft().get().dockerfile());
        dockerfile.textProperty().subscribe(text -> model.edit(draft -> draft.withDockerfile(text)));
        TextField tag = field("build-tag", TEXTS.get("build.tag.prompt"));
        tag.textProperty().subscribe(text -> model.edit(draft -> draft.withTag(text)));
        CheckBox pull = new CheckBox(TEXTS.get("build.pull"));
        pull.setId("build-pull");
        pull.selectedProperty().subscribe(on -> model.edit(draft -> draft.withPull(on)));
        var arguments = new RowList<>("build-arguments", TEXTS.get("build.argument.add"), RunDraft.Variable.BLANK,
                RunRows::variable, rows -> model.edit(draft -> draft.withArguments(rows)));
        FormFields form = new FormFields()
                .add("folder", TEXTS.get("build.folder"), chooser(shell, folder))
                .add("dockerfile", TEXTS.get("build.dockerfile"), dockerfile)
                .add("tag", TEXTS.get("build.tag"), tag)
                .add("arguments", TEXTS.get("build.arguments"), arguments);
        form.getChildren().add(pull);
        DialogBox box = new DialogBox(TEXTS.get("build.title"), WIDTH, form);
        box.cancel("build-no", TEXTS.get("cancel"), shell::closeDialog);
        Button go = box.go("build-yes", TEXTS.get("build.go"), () -> {
            shell.closeDialog();
            build.accept(model.draft().get());
        });
        var checking = Screen.show(model.problems(), (Map<String, String> problems) -> {
            form.say(problems);
            go.setDisable(!problems.isEmpty());
        });
        shell.dialog(box.onClosed(() -> {
            checking.close();
            model.close();
        }).focus(folder));
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private static Node chooser(Shell shell, TextField folder) {
        Button choose = Buttons.of(Feather.FOLDER, TEXTS.get("choose"), () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(TEXTS.get("build.folder"));
            File chosen = chooser.showDialog(shell.owner());
            if (chosen != null) {
                folder.setText(chosen.getPath());
            }
        });
        choose.setId("build-folder-choose");
        folder.setAccessibleText(TEXTS.get("build.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox line = new HBox(folder, choose);
        line.getStyleClass().add("form-line");
        return line;
    }
}
