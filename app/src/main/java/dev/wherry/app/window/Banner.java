// The strip above the page that tells when the agent is out of reach.
package dev.wherry.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Is there only while the agent is lost; the app tries to reach it again by itself meanwhile. */
final class Banner extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(Banner.class);

    private final Desk desk;
    private final Label cause = new Label();
    private final Subscription subscription;

    Banner(Desk desk) {
        this.desk = desk;
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(TEXTS.get("lost"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        cause.setWrapText(true);
        VBox words = new VBox(title, cause);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), words,
                Buttons.of(Feather.ROTATE_CW, TEXTS.get("replace"), this::replaceAgent));
        subscription = Screen.show(desk.machine(), this::render);
    }

    private void replaceAgent() {
        desk.jobs().start(TEXTS.get("replace"), report -> desk.replaceAgent());
    }

    private void render(MachineView view) {
        Failure lost = view.lost();
        setVisible(lost != null);
        setManaged(lost != null);
        if (lost != null) {
            cause.setText((lost.cause() + " " + lost.remedy()).strip());
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
