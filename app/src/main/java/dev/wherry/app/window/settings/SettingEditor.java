// The controls that settings are changed by.
package dev.wherry.app.window.settings;

import java.util.Optional;
import javafx.scene.Node;

import dev.wherry.app.window.parts.SizeScales;
import dev.wherry.app.window.parts.SliderField.Scale;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.ValueForm;

/** A control for one setting. */
interface SettingEditor {

    /** What is shown; the same at every call. */
    Node node();

    /** Shows what holds, unless the user is just typing. */
    void show(SettingRow row);

    /** The control that fits {@code key}, called {@code name} by screen readers. */
    static SettingEditor of(ConfigKey key, String name, SettingsModel model) {
        Optional<Scale> scale = SizeScales.of(key, model.limits());
        if (scale.isPresent()) {
            return new SliderEditor(key, name, scale.get(), model);
        }
        return switch (key.form()) {
            case ValueForm.Whole whole -> new TextEditor(key, name, model);
            case ValueForm.Size size -> new TextEditor(key, name, model);
            case ValueForm.Choice(var words) -> new ChoiceEditor(key, name, words, model);
            case ValueForm.Entries entries -> new EntriesEditor(key, name, model);
        };
    }
}
