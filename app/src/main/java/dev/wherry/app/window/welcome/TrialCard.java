// The offer to run a first container.
package dev.wherry.app.window.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Failure;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.NoticeBar;
import org.kordamp.ikonli.feather.Feather;

/** Runs the container that came with Wherry, opens its page, and leads on to the window. */
final class TrialCard extends VBox {

    private static final Texts TEXTS = Texts.of(TrialCard.class);
    private static final double WHEEL = 28;

    private final Shell shell;
    private final WelcomeModel model;
    private final VBox card = new VBox();
    private final Button done;

    TrialCard(Shell shell, WelcomeModel model, Runnable finish) {
        this.shell = shell;
        this.model = model;
        getStyleClass().add("trial");
        card.getStyleClass().add("section");
        done = Buttons.of(Feather.ARROW_RIGHT, TEXTS.get("done"), finish);
        done.setId("welcome-done");
        getChildren().addAll(card, done);
    }

    void show(WelcomeModel.Trial trial) {
        switch (trial) {
            case WelcomeModel.Offered offered -> fill("offered", runButton("try"));
            case WelcomeModel.UnderWay underWay -> fill("underway", wheel());
            case WelcomeModel.Answering(String address) -> {
                fill("answering", openButton(address));
                shell.browse(address);
            }
            case WelcomeModel.Unsuccessful(Failure failure) -> {
                fill("offered", runButton("again"));
                card.getChildren().add(NoticeBar.trouble("trial-failure", failure.cause(), failure.remedy()));
            }
        }
    }

    private void fill(String key, Node action) {
        Label title = new Label(TEXTS.get("trial." + key));
        title.setId("trial-title");
        title.getStyleClass().add(Styles.TITLE_4);
        Label text = new Label(TEXTS.get("trial.hint"));
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setWrapText(true);
        VBox words = new VBox(title, text);
        words.getStyleClass().add("setting-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words, action);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        card.getChildren().setAll(line);
    }

    private Button runButton(String key) {
        Button button = Buttons.primary(Feather.PLAY, TEXTS.get(key), model::tryIt);
        button.setId("welcome-try");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Button openButton(String address) {
        Button button = Buttons.primary(Feather.EXTERNAL_LINK, TEXTS.get("open", address),
                () -> shell.browse(address));
        button.setId("welcome-open");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ProgressIndicator wheel() {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setPrefSize(WHEEL, WHEEL);
        wheel.setMinSize(WHEEL, WHEEL);
        wheel.setAccessibleText(TEXTS.get("trial.underway"));
        return wheel;
    }
}
