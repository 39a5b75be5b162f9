// Asks before images are removed.
package dev.wherry.app.window.images;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import dev.wherry.app.text.Enumeration;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.DialogBox;

/** Says what is lost and who uses it; force is a choice of its own, and only where it makes a difference. */
final class RemoveBox {

    private static final Texts TEXTS = Texts.of(RemoveBox.class);
    private static final double WIDTH = 460;

    private RemoveBox() {
    }

    static void show(Shell shell, List<ImageRow> images, Consumer<Boolean> remove) {
        List<String> users = images.stream().flatMap(image -> image.users().stream()).distinct().sorted().toList();
        String names = Enumeration.of(images.stream().map(ImageRow::name).toList());
        VBox body = new VBox(text(TEXTS.get("remove.text", names, images.size())));
        body.getStyleClass().add("form-fields");
        CheckBox force = new CheckBox(TEXTS.get("remove.force"));
        force.setId("remove-force");
        force.setWrapText(true);
        if (!users.isEmpty()) {
            body.getChildren().addAll(text(TEXTS.get("remove.users", Enumeration.of(users))), force);
        }
        DialogBox box = new DialogBox(images.size() == 1
                ? TEXTS.get("remove.one", images.getFirst().name())
                : TEXTS.get("remove.many", images.size()), WIDTH, body);
        Button no = box.cancel("remove-no", TEXTS.get("cancel"), shell::closeDialog);
        box.danger("remove-yes", TEXTS.get("remove"), () -> {
            shell.closeDialog();
            remove.accept(force.isSelected());
        });
        shell.dialog(box.focus(no));
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
