// One setting of the machine on the page.
package dev.wherry.app.window.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.FormRow;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.config.Origin;
import dev.wherry.engine.config.ValueForm;

/** What the setting is for, its control, where its value comes from, and the way back to the default. */
final class SettingLine {

    private static final Texts TEXTS = Texts.of(SettingLine.class);

    private final SettingEditor editor;
    private final FormRow row;
    private final Label origin = new Label();
    private final Hyperlink back = new Hyperlink();

    SettingLine(ConfigKey key, SettingsModel model) {
        String title = TEXTS.get("title." + key.key());
        editor = SettingEditor.of(key, title, model);
        boolean wide = key.form() instanceof ValueForm.Entries;
        row = new FormRow(title, TEXTS.get("about." + key.key()),
                wide ? new Node[0] : new Node[]{editor.node()});
        row.setId("setting-row-" + key.key());
        origin.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        back.setId("setting-" + key.key() + "-default");
        back.getStyleClass().add(Styles.TEXT_SMALL);
        back.setOnAction(event -> model.unset(KeyPath.of(key)));
        HBox foot = new HBox(origin, back);
        foot.getStyleClass().add("setting-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        row.append(foot);
        if (wide) {
            row.append(editor.node());
        }
    }

    Node node() {
        return row;
    }

    void show(SettingRow setting) {
        editor.show(setting);
        String takes = TEXTS.get("takes." + setting.key().effect());
        origin.setText(switch (setting.origin()) {
            case Origin.File file -> TEXTS.get("origin.file", file.line());
            case Origin.Default none -> TEXTS.get("origin.default");
            case Origin other -> other.toString();
        } + " · " + takes);
        back.setText(setting.key().form() instanceof ValueForm.Entries
                ? TEXTS.get("default.none")
                : TEXTS.get("default", setting.defaultValue()));
        back.setVisible(setting.isSet());
        back.setManaged(setting.isSet());
        String problem = setting.problem();
        row.complain(problem == null ? "" : problem);
    }
}
