// The rows in the form of a new container.
package dev.wherry.app.window.images;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Choices;
import dev.wherry.app.window.parts.RowList;
import org.kordamp.ikonli.feather.Feather;

/** Makes the controls of a port, a variable, and a mount. */
final class RunRows {

    private static final Texts TEXTS = Texts.of(RunRows.class);
    private static final List<String> TYPES = List.of("tcp", "udp");

    private RunRows() {
    }

    static RowList.Editor<RunDraft.Port> port(RunDraft.Port port) {
        TextField host = field("port-host", TEXTS.get("port.host"), port.host());
        TextField container = field("port-container", TEXTS.get("port.container"), port.container());
        ChoiceBox<String> type = Choices.of("port-type", TYPES, name -> name);
        type.setAccessibleText(TEXTS.get("port.type"));
        type.setValue(port.type());
        return new RowList.Editor<>(line(host, new Label("→"), container, type), host,
                () -> new RunDraft.Port(host.getText(), container.getText(), type.getValue()),
                List.of(host.textProperty(), container.textProperty(), type.valueProperty()));
    }

    static RowList.Editor<RunDraft.Variable> variable(RunDraft.Variable variable) {
        TextField name = field("variable-name", TEXTS.get("variable.name"), variable.name());
        TextField value = field("variable-value", TEXTS.get("variable.value"), variable.value());
        return new RowList.Editor<>(line(name, new Label("="), value), name,
                () -> new RunDraft.Variable(name.getText(), value.getText()),
                List.of(name.textProperty(), value.textProperty()));
    }

    static RowList.Editor<RunDraft.Mount> mount(RunDraft.Mount mount, Window owner) {
        TextField source = field("mount-source", TEXTS.get("mount.source"), mount.source());
        TextField target = field("mount-target", TEXTS.get("mount.target"), mount.target());
        CheckBox readOnly = new CheckBox(TEXTS.get("mount.read.only"));
        readOnly.setSelected(mount.readOnly());
        Button choose = Buttons.icon(Feather.FOLDER, TEXTS.get("choose"), () -> {
            File chosen = new DirectoryChooser().showDialog(owner);
            if (chosen != null) {
                source.setText(chosen.getPath());
            }
        });
        return new RowList.Editor<>(line(source, choose, new Label("→"), target, readOnly), source,
                () -> new RunDraft.Mount(source.getText(), target.getText(), readOnly.isSelected()),
                List.of(source.textProperty(), target.textProperty(), readOnly.selectedProperty()));
    }

    private static TextField field(String style, String prompt, String text) {
        TextField field = new TextField(text);
        field.getStyleClass().add(style);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Node line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("form-line");
        return line;
    }
}
