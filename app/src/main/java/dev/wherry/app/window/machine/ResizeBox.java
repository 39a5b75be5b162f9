// The dialog that makes the machine larger or smaller.
package dev.wherry.app.window.machine;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.FormRow;
import dev.wherry.app.window.parts.SizeScales;
import dev.wherry.app.window.parts.SliderField;
import dev.wherry.engine.config.ConfigKey;

/** A slider each for processors, memory and disk. */
final class ResizeBox extends VBox {

    private static final Texts TEXTS = Texts.of(ResizeBox.class);
    private static final double WIDTH = 620;

    private final ResizeModel model;
    private final Set<ConfigKey> wrong = EnumSet.noneOf(ConfigKey.class);
    private final Map<ConfigKey, FormRow> rows = new EnumMap<>(ConfigKey.class);
    private final Button apply = new Button(TEXTS.get("resize.apply"));

    ResizeBox(Shell shell, ResizeModel model) {
        this.model = model;
        setId("resize");
        getStyleClass().add("dialog-box");
        setPrefWidth(WIDTH);
        Label title = new Label(TEXTS.get("resize"));
        title.getStyleClass().add(Styles.TITLE_4);
        getChildren().add(title);
        for (ConfigKey key : new ConfigKey[]{ConfigKey.CPUS, ConfigKey.MEMORY, ConfigKey.DISK}) {
            getChildren().add(row(key));
        }
        Button cancel = new Button(TEXTS.get("cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> shell.closeDialog());
        apply.setId("resize-apply");
        apply.setDefaultButton(true);
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setDisable(true);
        apply.setOnAction(event -> {
            shell.closeDialog();
            model.apply();
        });
        HBox buttons = new HBox(cancel, apply);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(buttons);
    }

    private FormRow row(ConfigKey key) {
        String name = TEXTS.get("resize." + key.key());
        SliderField slider = new SliderField(name, SizeScales.of(key, model.limits()).orElseThrow(),
                text -> want(key, text));
        slider.setId("resize-" + key.key());
        slider.show(model.present(key));
        FormRow row = new FormRow(name, TEXTS.get("resize.about." + key.key()), slider);
        row.setId("resize-row-" + key.key());
        rows.put(key, row);
        return row;
    }

    private void want(ConfigKey key, String text) {
        String problem = model.want(key, text).orElse("");
        rows.computeIfPresent(key, (same, row) -> {
            row.complain(problem);
            return row;
        });
        if (problem.isEmpty()) {
            wrong.remove(key);
        } else {
            wrong.add(key);
        }
        apply.setDisable(!wrong.isEmpty() || !model.changes());
    }
}
