// Edits a value that is one of a few words.
package dev.wherry.app.window.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import dev.wherry.engine.config.ConfigKey;

/** A list to choose from. */
final class ChoiceEditor implements SettingEditor {

    private final ComboBox<String> box = new ComboBox<>();
    private boolean showing;

    ChoiceEditor(ConfigKey key, String name, List<String> words, SettingsModel model) {
        box.setId("setting-" + key.key());
        box.setAccessibleText(name);
        box.getItems().setAll(words);
        box.valueProperty().addListener((source, old, now) -> {
            if (!showing && now != null) {
                model.set(key, now);
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(SettingRow row) {
        showing = true;
        box.setValue(row.value());
        showing = false;
    }
}
