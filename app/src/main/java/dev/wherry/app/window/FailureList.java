// The failures that nobody has dismissed yet.
package dev.wherry.app.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Each failure with what was tried, why it failed and what to do; the last few, so that they never fill the window. */
final class FailureList extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(FailureList.class);
    private static final int SHOWN = 3;

    private final Desk desk;
    private final Shell shell;
    private final Subscription subscription;

    FailureList(Desk desk, Shell shell) {
        this.desk = desk;
        this.shell = shell;
        setId("failures");
        getStyleClass().add("failure-list");
        subscription = Screen.show(desk.failures(), this::render);
    }

    private void render(List<Failure> failures) {
        int hidden = Math.max(0, failures.size() - SHOWN);
        getChildren().setAll(failures.stream().skip(hidden).map(this::row).toList());
        if (hidden > 0) {
            Label more = new Label(TEXTS.get("more", hidden));
            more.getStyleClass().add(Styles.TEXT_MUTED);
            getChildren().addFirst(more);
        }
        setManaged(!failures.isEmpty());
        setVisible(!failures.isEmpty());
    }

    private Node row(Failure failure) {
        Label what = new Label(TEXTS.get("failed", failure.what()));
        what.getStyleClass().add(Styles.TEXT_BOLD);
        Label why = new Label((failure.cause() + "\n" + failure.remedy()).strip());
        why.setWrapText(true);
        VBox words = new VBox(what, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button details = Buttons.of(Feather.COPY, TEXTS.get("details"), () -> shell.copy(failure.text()));
        details.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(new FontIcon(Feather.ALERT_CIRCLE), words, details,
                Buttons.icon(Feather.X, TEXTS.get("dismiss"), () -> desk.dismiss(failure)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("failure");
        return row;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
