// The first screen.
package dev.wherry.app.window.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.watch.StageStep;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.NoticeBar;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Sheets;
import dev.wherry.app.window.parts.StageList;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Stands in the place of the window's frame until the machine has been set up, or the user goes past it. */
public final class WelcomePane extends StackPane implements Subscription {

    private static final Texts TEXTS = Texts.of(WelcomePane.class);

    private final Runnable done;
    private final WelcomeModel model;
    private final VBox card = new VBox();
    private final ChoicesForm choices;
    private final TrialCard trial;
    private final StageList stages = new StageList();
    private final ProgressBar bar = new ProgressBar(0);
    private final Scope scope = new Scope();
    private WelcomeModel.@Nullable Step shown;

    /**
     * The first screen of {@code shell}.
     *
     * @param done called once, when the user is through or has skipped it
     */
    public WelcomePane(Shell shell, Runnable done) {
        this(shell, new WelcomeModel(shell.desk()), done);
    }

    WelcomePane(Shell shell, WelcomeModel model, Runnable done) {
        this.done = done;
        this.model = model;
        this.choices = new ChoicesForm(model);
        this.trial = new TrialCard(shell, model, this::finish);
        setId("welcome");
        getStyleClass().add("welcome");
        Sheets.dress(this, WelcomePane.class);
        card.getStyleClass().add("welcome-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        StackPane middle = new StackPane(card);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
        scope.add(Screen.show(model.step(), this::render));
        scope.add(Screen.show(model.machine(), this::follow));
    }

    private void render(WelcomeModel.Step step) {
        if (step.equals(shown)) {
            return;
        }
        shown = step;
        switch (step) {
            case WelcomeModel.Choosing choosing -> fill("welcome", choices, skip("skip"));
            case WelcomeModel.SettingUp setting -> fill("setting", bar, stages, skip("background"));
            case WelcomeModel.Failed(Failure failure) -> fill("failed",
                    NoticeBar.trouble("welcome-failure", failure.cause(), failure.remedy()), stages,
                    again(), skip("skip"));
            case WelcomeModel.Ready(WelcomeModel.Trial state) -> {
                trial.show(state);
                fill("ready", trial);
            }
        }
    }

    private void fill(String key, Node... content) {
        Label title = new Label(TEXTS.get("title." + key));
        title.setId("welcome-title");
        title.getStyleClass().add(Styles.TITLE_1);
        title.setWrapText(true);
        Label text = new Label(TEXTS.get("text." + key));
        text.setWrapText(true);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        card.getChildren().setAll(title, text);
        card.getChildren().addAll(content);
    }

    private Node again() {
        Node button = Buttons.primary(Feather.ROTATE_CW, TEXTS.get("again"), choices::setUp);
        button.setId("welcome-again");
        Hyperlink back = new Hyperlink(TEXTS.get("back"));
        back.setOnAction(event -> model.chooseAgain());
        VBox both = new VBox(button, back);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private Node skip(String key) {
        Hyperlink skip = new Hyperlink(TEXTS.get("leave." + key));
        skip.setId("welcome-skip");
        skip.setOnAction(event -> finish());
        return skip;
    }

    private void finish() {
        model.finish();
        done.run();
    }

    private void follow(MachineView view) {
        stages.show(StageStep.of(view.report()));
        bar.setProgress(view.report().fraction());
    }

    @Override
    public void close() {
        scope.close();
    }
}
