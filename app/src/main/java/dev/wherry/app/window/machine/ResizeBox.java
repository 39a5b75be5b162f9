// The dialog that makes the machine larger or smaller.
package dev.wherry.app.window.machine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.DialogBox;
import dev.wherry.app.window.parts.FormRow;
import dev.wherry.app.window.parts.SizeScales;
import dev.wherry.app.window.parts.SliderField;
import dev.wherry.engine.config.ConfigKey;

/** A slider each for processors, memory and disk. */
final class ResizeBox {

    private static final Texts TEXTS = Texts.of(ResizeBox.class);
    private static final double WIDTH = 620;

    private final ResizeModel model;
    private final Set<ConfigKey> wrong = EnumSet.noneOf(ConfigKey.class);
    private final DialogBox box;
    private final Button apply;

    ResizeBox(Shell shell, ResizeModel model) {
        this.model = model;
        VBox rows = new VBox();
        box = new DialogBox(TEXTS.get("resize"), WIDTH, rows);
        box.setId("resize");
        box.cancel("resize-cancel", TEXTS.get("cancel"), shell::closeDialog);
        apply = box.go("resize-apply", TEXTS.get("resize.apply"), () -> {
            shell.closeDialog();
            model.apply();
        });
        apply.setDisable(true);
        for (ConfigKey key : List.of(ConfigKey.CPUS, ConfigKey.MEMORY, ConfigKey.DISK)) {
            rows.getChildren().add(row(key));
        }
    }

    /** The dialog itself. */
    DialogBox box() {
        return box;
    }

    private FormRow row(ConfigKey key) {
        String name = TEXTS.get("resize." + key.key());
        FormRow[] row = new FormRow[1];
        SliderField slider = new SliderField(name, SizeScales.of(key, model.limits()).orElseThrow(),
                text -> row[0].complain(want(key, text)));
        slider.setId("resize-" + key.key());
        row[0] = new FormRow(name, TEXTS.get("resize.about." + key.key()), slider);
        slider.show(model.present(key));
        return row[0];
    }

    private String want(ConfigKey key, String text) {
        String problem = model.want(key, text).orElse("");
        if (problem.isEmpty()) {
            wrong.remove(key);
        } else {
            wrong.add(key);
        }
        apply.setDisable(!wrong.isEmpty() || !model.changes());
        return problem;
    }
}
