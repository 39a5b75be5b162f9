// The machine's configuration on the page.
package dev.wherry.app.window.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;

import dev.wherry.app.desk.SettingsView;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.NoticeBar;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Section;
import dev.wherry.engine.config.ConfigKey;
import org.kordamp.ikonli.feather.Feather;

/** A line for each key; above them what is wrong with the file, and what waits for a restart. */
final class MachineSection extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(MachineSection.class);

    private final SettingsModel model;
    private final Map<ConfigKey, SettingLine> lines = new EnumMap<>(ConfigKey.class);
    private final VBox rows = new VBox();
    private final VBox notices = new VBox();
    private final Scope scope = new Scope();

    MachineSection(SettingsModel model) {
        this.model = model;
        rows.getStyleClass().add("form");
        notices.getStyleClass().add("notices");
        getStyleClass().add("sections");
        getChildren().addAll(notices, new Section(TEXTS.get("machine"), rows,
                Buttons.of(Feather.EDIT_3, TEXTS.get("edit"), model::edit)));
        scope.add(Screen.show(model.rows(), this::render));
        scope.add(Screen.show(model.file(), this::render));
    }

    private void render(List<SettingRow> settings) {
        for (SettingRow setting : settings) {
            lines.computeIfAbsent(setting.key(), this::make).show(setting);
        }
    }

    private SettingLine make(ConfigKey key) {
        SettingLine line = new SettingLine(key, model);
        rows.getChildren().add(line.node());
        return line;
    }

    private void render(SettingsView view) {
        notices.getChildren().clear();
        SettingsView.Broken broken = view.broken();
        rows.setDisable(broken != null);
        if (broken != null) {
            notices.getChildren().add(NoticeBar.trouble("settings-broken", TEXTS.get("broken"),
                    (broken.message() + " " + broken.remedy()).strip(),
                    Buttons.of(Feather.EDIT_3, TEXTS.get("edit"), model::edit)));
        }
        if (!view.pending().isEmpty()) {
            String names = String.join(", ", view.pending().stream().sorted()
                    .map(key -> TEXTS.get("title." + key.key())).toList());
            notices.getChildren().add(NoticeBar.info("settings-pending", TEXTS.get("pending"),
                    TEXTS.get("pending.keys", names),
                    Buttons.of(Feather.ROTATE_CW, TEXTS.get("restart"), model::restart)));
        }
        notices.setManaged(!notices.getChildren().isEmpty());
    }

    @Override
    public void close() {
        scope.close();
    }
}
