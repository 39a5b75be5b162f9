// The controls that settings are changed by.
package dev.wherry.app.window.settings;

import java.util.Optional;
import javafx.scene.Node;

import dev.wherry.app.settings.HostLimits;
import dev.wherry.app.window.parts.SliderField.Scale;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.ValueForm;

/** A control for one setting. */
interface SettingEditor {

    /** The steps in which sliders offer memory and disk. */
    DataSize MEMORY_STEP = DataSize.ofMiB(256);
    DataSize DISK_STEP = DataSize.ofGiB(4);

    /** What is shown; the same at every call. */
    Node node();

    /** Shows what holds, unless the user is just typing. */
    void show(SettingRow row);

    /** The control that fits {@code key}, called {@code name} by screen readers. */
    static SettingEditor of(ConfigKey key, String name, SettingsModel model) {
        Optional<Scale> scale = scale(key, model.limits());
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

    /** What a slider for {@code key} runs over; empty for those that this computer sets no bounds to. */
    static Optional<Scale> scale(ConfigKey key, HostLimits limits) {
        return switch (key) {
            case CPUS -> Optional.of(Scale.whole(1, limits.cpus()));
            case MEMORY -> Optional.of(Scale.sizes(limits.leastMemory(), limits.mostMemory(), MEMORY_STEP));
            case DISK -> Optional.of(Scale.sizes(limits.leastDisk(), limits.mostDisk(), DISK_STEP));
            case ACCELERATOR, STAGE_TIMEOUT, ENGINE -> Optional.empty();
        };
    }
}
