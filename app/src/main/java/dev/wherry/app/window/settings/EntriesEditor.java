// Edits a setting that is made of names and values.
package dev.wherry.app.window.settings;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.engine.config.ConfigKey;
import org.kordamp.ikonli.feather.Feather;

/** A line for each entry, and one to add another. */
final class EntriesEditor implements SettingEditor {

    private static final Texts TEXTS = Texts.of(EntriesEditor.class);

    private static final int NAME_COLUMNS = 17;

    private final ConfigKey key;
    private final SettingsModel model;
    private final VBox lines = new VBox();
    private final VBox all;
    private final TextField newName = new TextField();
    private final TextField newValue = new TextField();
    private List<SettingRow.Entry> shown = List.of();

    EntriesEditor(ConfigKey key, String name, SettingsModel model) {
        this.key = key;
        this.model = model;
        newName.setId("setting-" + key.key() + "-name");
        newName.setPrefColumnCount(NAME_COLUMNS);
        newName.setPromptText(TEXTS.get("entry.name"));
        newName.setAccessibleText(name + ", " + TEXTS.get("entry.name"));
        newName.setOnAction(event -> newValue.requestFocus());
        newValue.setId("setting-" + key.key() + "-value");
        newValue.setPromptText(TEXTS.get("entry.value"));
        newValue.setAccessibleText(name + ", " + TEXTS.get("entry.value"));
        newValue.setOnAction(event -> add());
        HBox.setHgrow(newValue, Priority.ALWAYS);
        Button add = Buttons.of(Feather.PLUS, TEXTS.get("entry.add"), this::add);
        add.setId("setting-" + key.key() + "-add");
        HBox last = new HBox(newName, newValue, add);
        last.getStyleClass().add("entry");
        lines.getStyleClass().add("entries");
        all = new VBox(lines, last);
        all.getStyleClass().add("entries");
    }

    private void add() {
        if (!newName.getText().isBlank() && !newValue.getText().isBlank()) {
            model.set(key, newName.getText().strip(), newValue.getText().strip());
        }
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public void show(SettingRow row) {
        if (!row.entries().equals(shown)) {
            shown = row.entries();
            lines.getChildren().setAll(shown.stream().map(this::line).toList());
            if (shown.stream().anyMatch(entry -> entry.name().equals(newName.getText().strip()))) {
                newName.clear();
                newValue.clear();
            }
        }
    }

    private Node line(SettingRow.Entry entry) {
        Label name = new Label(entry.name());
        name.getStyleClass().add(Styles.TEXT_MUTED);
        TextField value = new TextField(entry.value());
        value.setAccessibleText(entry.name());
        value.setOnAction(event -> model.set(key, entry.name(), value.getText().strip()));
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(name, value,
                Buttons.icon(Feather.TRASH_2, TEXTS.get("entry.remove", entry.name()),
                        () -> model.unset(entry.path())));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("entry");
        return line;
    }
}
