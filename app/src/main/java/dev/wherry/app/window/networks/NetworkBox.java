// The form of a new network.
package dev.wherry.app.window.networks;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Choices;
import dev.wherry.app.window.parts.DialogBox;
import dev.wherry.app.window.parts.FormFields;

/** Asks what a network is to be like. */
final class NetworkBox {

    private static final Texts TEXTS = Texts.of(NetworkBox.class);
    private static final double WIDTH = 480;
    private static final List<String> DRIVERS = List.of("bridge", "macvlan", "ipvlan");

    private final NetworksModel model;
    private final TextField name = new TextField();
    private final ChoiceBox<String> driver = Choices.of("network-driver", DRIVERS,
            kind -> TEXTS.get("driver." + kind));
    private final TextField subnet = new TextField();
    private final CheckBox internal = new CheckBox(TEXTS.get("create.internal"));
    private final FormFields form = new FormFields();

    private NetworkBox(NetworksModel model) {
        this.model = model;
    }

    static void show(Shell shell, NetworksModel model) {
        new NetworkBox(model).open(shell);
    }

    private void open(Shell shell) {
        name.setId("network-name");
        name.setPromptText(TEXTS.get("create.prompt"));
        subnet.setId("network-subnet");
        subnet.setPromptText(TEXTS.get("subnet.prompt"));
        internal.setId("network-internal");
        form.add("name", TEXTS.get("column.name"), name).add("driver", TEXTS.get("column.driver"), driver)
                .add("subnet", TEXTS.get("column.subnet"), subnet);
        form.getChildren().add(internal);
        DialogBox box = new DialogBox(TEXTS.get("create.title"), WIDTH, form);
        box.cancel("network-no", TEXTS.get("cancel"), shell::closeDialog);
        Button go = box.go("network-yes", TEXTS.get("create.go"), () -> {
            shell.closeDialog();
            model.create(draft());
        });
        for (Observable input : List.of(name.textProperty(), subnet.textProperty())) {
            input.addListener(source -> check(go));
        }
        check(go);
        shell.dialog(box.focus(name));
    }

    private NetworkDraft draft() {
        return new NetworkDraft(name.getText().strip(), driver.getValue(), subnet.getText().strip(),
                internal.isSelected());
    }

    private void check(Button go) {
        Map<String, String> problems = model.problems(draft());
        form.say(problems);
        go.setDisable(!problems.isEmpty());
    }
}
