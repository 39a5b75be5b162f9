// The app's own preferences on the page.
package dev.wherry.app.window.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import atlantafx.base.controls.ToggleSwitch;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.tray.NoticeKind;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.FormRow;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Section;
import org.kordamp.ikonli.feather.Feather;

/** Looks, language, notifications, quitting, and how the rest of the computer knows of Wherry. */
final class AppSection extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(AppSection.class);
    private static final List<Integer> TEXT_SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    private final AppModel model;
    private final Scope scope = new Scope();
    private final VBox rows = new VBox();

    AppSection(AppModel model) {
        this.model = model;
        rows.getStyleClass().add("form");
        choice("theme", List.of(Preferences.Theme.values()), theme -> TEXTS.get("theme." + theme),
                Preferences::theme, Preferences::withTheme);
        choice("textsize", TEXT_SIZES, size -> Amounts.percent(size / 100.0), Preferences::textSize,
                Preferences::withTextSize);
        choice("language", LANGUAGES, AppSection::language, Preferences::language, Preferences::withLanguage);
        choice("quit", List.of(Preferences.QuitChoice.values()), choice -> TEXTS.get("quit." + choice),
                Preferences::quit, Preferences::withQuit);
        notices();
        login();
        context();
        getChildren().add(new Section(TEXTS.get("app"), rows));
    }

    private static String language(String tag) {
        if (tag.isEmpty()) {
            return TEXTS.get("language.system");
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }

    private interface Wither<T> {
        Preferences with(Preferences old, T value);
    }

    private <T> void choice(String key, List<T> values, Function<T, String> words, Function<Preferences, T> now,
            Wither<T> wither) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("preference-" + key);
        box.setAccessibleText(TEXTS.get("title." + key));
        box.setConverter(new Words<>(words));
        box.getItems().setAll(values);
        scope.add(Screen.show(model.preferences(), preferences -> box.setValue(now.apply(preferences))));
        box.valueProperty().addListener((source, old, value) -> {
            if (value != null && !value.equals(now.apply(model.preferences().get()))) {
                model.change(preferences -> wither.with(preferences, value));
            }
        });
        rows.getChildren().add(new FormRow(TEXTS.get("title." + key), TEXTS.get("about." + key), box));
    }

    private void notices() {
        VBox boxes = new VBox();
        boxes.getStyleClass().add("boxes");
        for (NoticeKind kind : NoticeKind.values()) {
            CheckBox box = new CheckBox(TEXTS.get("notice." + kind));
            box.setId("preference-notice-" + kind);
            bind(box.selectedProperty(), model.preferences(), now -> !now.silenced().contains(kind.name()),
                    wanted -> model.notify(kind.name(), wanted));
            boxes.getChildren().add(box);
        }
        rows.getChildren().add(new FormRow(TEXTS.get("title.notices"), TEXTS.get("about.notices"), boxes));
    }

    private <T> void bind(BooleanProperty shown, Live<T> live, Predicate<T> now, Consumer<Boolean> chosen) {
        scope.add(Screen.show(live, value -> shown.set(now.test(value))));
        shown.addListener((source, old, wanted) -> {
            if (wanted != now.test(live.get())) {
                chosen.accept(wanted);
            }
        });
    }

    private void login() {
        ToggleSwitch toggle = toggle("login");
        toggle.setDisable(!model.loginObstacle().isEmpty());
        bind(toggle.selectedProperty(), model.startsAtLogin(), starts -> starts, model::startAtLogin);
        rows.getChildren().add(new FormRow(TEXTS.get("title.login"),
                (TEXTS.get("about.login") + " " + model.loginObstacle()).strip(), toggle));
    }

    private static ToggleSwitch toggle(String key) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("preference-" + key);
        toggle.setAccessibleText(TEXTS.get("title." + key));
        return toggle;
    }

    private void context() {
        ToggleSwitch toggle = toggle("context");
        bind(toggle.selectedProperty(), model.contextInstalled(), installed -> installed, model::installContext);
        FormRow row = new FormRow(TEXTS.get("title.context"), TEXTS.get("about.context", model.contextName()), toggle);
        rows.getChildren().add(row);
        Button use = Buttons.of(Feather.CHECK, TEXTS.get("context.use"), model::useContext);
        use.setId("context-use");
        scope.add(Screen.show(model.contextInstalled(), installed -> {
            use.setVisible(installed);
            use.setManaged(installed);
        }));
        row.append(use);
    }

    @Override
    public void close() {
        scope.close();
    }

    /** Values in words, for a list that is only chosen from. */
    private static final class Words<T> extends StringConverter<T> {

        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
