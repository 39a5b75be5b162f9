// Edits a number or a size that this computer sets bounds to.
package dev.wherry.app.window.settings;

import javafx.scene.Node;

import dev.wherry.app.window.parts.SliderField;
import dev.wherry.engine.config.ConfigKey;

/** A slider with a field. */
final class SliderEditor implements SettingEditor {

    private final SliderField slider;

    SliderEditor(ConfigKey key, String name, SliderField.Scale scale, SettingsModel model) {
        slider = new SliderField(name, scale, text -> model.set(key, text));
        slider.setId("setting-" + key.key());
    }

    @Override
    public Node node() {
        return slider;
    }

    @Override
    public void show(SettingRow row) {
        // What was refused stays to be corrected.
        if (row.problem() == null) {
            slider.show(row.value());
        }
    }
}
