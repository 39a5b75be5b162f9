// The form of a new container.
package dev.wherry.app.window.images;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Choices;
import dev.wherry.app.window.parts.DialogBox;
import dev.wherry.app.window.parts.FormFields;
import dev.wherry.app.window.parts.RowList;
import dev.wherry.app.window.parts.Screen;

/** Asks how to run an image; running it leads to the new container's page. */
final class RunBox {

    private static final Texts TEXTS = Texts.of(RunBox.class);
    private static final double WIDTH = 640;
    private static final double HEIGHT = 470;

    private final Shell shell;
    private final RunModel model;

    private RunBox(Shell shell, RunModel model) {
        this.shell = shell;
        this.model = model;
    }

    static void show(Shell shell, ImageRow image, RunModel model) {
        new RunBox(shell, model).open(image);
    }

    private void open(ImageRow image) {
        TextField name = new TextField();
        name.setId("run-name");
        name.setPromptText(TEXTS.get("run.name.prompt"));
        name.textProperty().subscribe(text -> model.edit(draft -> draft.withName(text)));
        RowList<RunDraft.Port> ports = new RowList<>("run-ports", TEXTS.get("port.add"), RunDraft.Port.BLANK,
                RunRows::port, rows -> model.edit(draft -> draft.withPorts(rows)));
        FormFields form = new FormFields().add("name", TEXTS.get("run.name"), name)
                .add("ports", TEXTS.get("run.ports"), ports)
                .add("variables", TEXTS.get("run.variables"),
                        new RowList<>("run-variables", TEXTS.get("variable.add"), RunDraft.Variable.BLANK,
                                RunRows::variable, rows -> model.edit(draft -> draft.withVariables(rows))))
                .add("mounts", TEXTS.get("run.mounts"),
                        new RowList<>("run-mounts", TEXTS.get("mount.add"), RunDraft.Mount.BLANK,
                                mount -> RunRows.mount(mount, shell.owner()),
                                rows -> model.edit(draft -> draft.withMounts(rows))))
                .add("command", TEXTS.get("run.command"), command())
                .add("restart", TEXTS.get("run.restart"), restart());
        form.getChildren().add(autoRemove());
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.getStyleClass().add("form-scroll");
        DialogBox box = new DialogBox(TEXTS.get("run.title", image.name()), WIDTH, scroll);
        box.cancel("run-no", TEXTS.get("cancel"), shell::closeDialog);
        Button go = box.go("run-yes", TEXTS.get("run.go"), this::run);
        Scope scope = new Scope();
        scope.add(model);
        scope.add(Screen.show(model.problems(), (Map<String, String> problems) -> {
            form.say(problems);
            go.setDisable(!problems.isEmpty());
        }));
        scope.add(Screen.show(model.suggested(), found -> suggest(ports, found)));
        shell.dialog(box.onClosed(scope::close).focus(name));
    }

    // What somebody has typed meanwhile stays.
    private void suggest(RowList<RunDraft.Port> ports, List<RunDraft.Port> found) {
        if (model.draft().get().ports().isEmpty()) {
            ports.show(found);
        }
    }

    private TextField command() {
        TextField command = new TextField();
        command.setId("run-command");
        command.setPromptText(TEXTS.get("run.command.prompt"));
        command.textProperty().subscribe(text -> model.edit(draft -> draft.withCommand(text)));
        return command;
    }

    private ChoiceBox<RunDraft.Restart> restart() {
        ChoiceBox<RunDraft.Restart> restart = Choices.of("run-restart", Arrays.asList(RunDraft.Restart.values()),
                policy -> TEXTS.get("restart." + policy.name().toLowerCase(Locale.ROOT)));
        restart.valueProperty().subscribe(policy -> model.edit(draft -> draft.withRestart(policy)));
        return restart;
    }

    private CheckBox autoRemove() {
        CheckBox box = new CheckBox(TEXTS.get("run.auto.remove"));
        box.setId("run-auto-remove");
        box.selectedProperty().subscribe(on -> model.edit(draft -> draft.withAutoRemove(on)));
        return box;
    }

    private void run() {
        shell.closeDialog();
        model.run(id -> Platform.runLater(() -> shell.open(new Place(PageKind.CONTAINERS, id, ""))));
    }
}
