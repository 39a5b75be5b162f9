// The page with all settings.
package dev.wherry.app.window.settings;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Page;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.Sheets;
import dev.wherry.engine.host.desktop.HostDesktop;

/** The machine's configuration, and below it the app's own preferences. */
public final class SettingsPage implements Page {

    private static final Texts TEXTS = Texts.of(SettingsPage.class);
    /** How soon a change that an editor has made is noticed. */
    private static final Duration PACE = Duration.seconds(2);

    private final AppModel app;
    private final Scope scope = new Scope();
    private final PageFrame frame;
    private final Timeline looking;

    /** The settings page of {@code shell}. */
    public SettingsPage(Shell shell) {
        SettingsModel model = new SettingsModel(shell.desk(), HostDesktop.ofCurrentUser().browser());
        app = new AppModel(shell.desk());
        MachineSection machine = new MachineSection(model);
        AppSection preferences = new AppSection(app);
        scope.add(model);
        scope.add(machine);
        scope.add(preferences);
        VBox sections = new VBox(machine, preferences);
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        frame = new PageFrame(TEXTS.get("settings"), scroll);
        Sheets.dress(frame, SettingsPage.class);
        looking = new Timeline(new KeyFrame(Duration.ZERO, event -> model.refresh()), new KeyFrame(PACE));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void show(Place place) {
        app.refresh();
        looking.playFromStart();
    }

    @Override
    public void hide() {
        looking.stop();
    }

    @Override
    public void close() {
        looking.stop();
        scope.close();
    }
}
