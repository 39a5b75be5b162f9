// Edits a value that is simply typed.
package dev.wherry.app.window.settings;

import javafx.scene.Node;
import javafx.scene.control.TextField;

import dev.wherry.engine.config.ConfigKey;

/** A field that takes effect with Enter, or when it is left. */
final class TextEditor implements SettingEditor {

    private static final int COLUMNS = 7;

    private final TextField field = new TextField();

    TextEditor(ConfigKey key, String name, SettingsModel model) {
        field.setId("setting-" + key.key());
        field.setPrefColumnCount(COLUMNS);
        field.setAccessibleText(name);
        field.setOnAction(event -> model.set(key, field.getText().strip()));
        field.focusedProperty().addListener((source, old, now) -> {
            if (!now) {
                model.set(key, field.getText().strip());
            }
        });
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public void show(SettingRow row) {
        if (row.problem() == null && !field.isFocused()) {
            field.setText(row.value());
        }
    }
}
