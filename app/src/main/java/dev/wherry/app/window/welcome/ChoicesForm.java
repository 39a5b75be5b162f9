// What can be chosen on the first screen.
package dev.wherry.app.window.welcome;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.FormRow;
import dev.wherry.app.window.parts.SizeScales;
import dev.wherry.app.window.parts.SliderField;
import dev.wherry.engine.config.ConfigKey;
import org.kordamp.ikonli.feather.Feather;

/** The size of the machine, three switches, and the one button. */
final class ChoicesForm extends VBox {

    private static final Texts TEXTS = Texts.of(ChoicesForm.class);

    private final WelcomeModel model;
    private final Set<ConfigKey> wrong = EnumSet.noneOf(ConfigKey.class);
    private final ToggleSwitch home = toggle("home");
    private final ToggleSwitch login = toggle("login");
    private final ToggleSwitch context = toggle("context");
    private final Button go;

    ChoicesForm(WelcomeModel model) {
        this.model = model;
        getStyleClass().add("form");
        go = Buttons.primary(Feather.PLAY, TEXTS.get("go"), this::setUp);
        go.setId("welcome-go");
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.LARGE);
        WelcomeModel.KEYS.forEach(key -> getChildren().add(row(key)));
        home.setSelected(true);
        getChildren().add(new FormRow(TEXTS.get("choice.home"), TEXTS.get("about.home"), home));
        login.setDisable(!model.loginObstacle().isEmpty());
        getChildren().add(new FormRow(TEXTS.get("choice.login"),
                (TEXTS.get("about.login") + " " + model.loginObstacle()).strip(), login));
        context.setSelected(true);
        getChildren().add(new FormRow(TEXTS.get("choice.context"), TEXTS.get("about.context", model.contextName()),
                context));
        getChildren().add(go);
    }

    private static ToggleSwitch toggle(String key) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("welcome-" + key);
        toggle.setAccessibleText(TEXTS.get("choice." + key));
        return toggle;
    }

    private Node row(ConfigKey key) {
        String name = TEXTS.get("choice." + key.key());
        FormRow[] row = new FormRow[1];
        SliderField slider = new SliderField(name, SizeScales.of(key, model.limits()).orElseThrow(), text -> {
            String problem = model.want(key, text).orElse("");
            if (problem.isEmpty()) {
                wrong.remove(key);
            } else {
                wrong.add(key);
            }
            row[0].complain(problem);
            go.setDisable(!wrong.isEmpty());
        });
        slider.setId("welcome-" + key.key());
        row[0] = new FormRow(name, TEXTS.get("about." + key.key()), slider);
        slider.show(model.proposal(key));
        return row[0];
    }

    /** Sets the machine up as it is chosen. */
    void setUp() {
        model.setUp(new WelcomeModel.Choices(home.isSelected(), login.isSelected(), context.isSelected()));
    }
}
