// The line above the page that tells of newer versions.
package dev.wherry.app.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateView;
import dev.wherry.app.updates.UpdateWords;
import dev.wherry.app.updates.UpdatesModel;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says which versions there are and how what is new begins; is gone for good once these versions are dismissed. */
final class UpdateBar extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(UpdateBar.class);

    private final UpdateWords words = new UpdateWords();
    private final Label headline = new Label();
    private final Label notes = new Label();
    private final Subscription subscription;
    private List<Update> shown = List.of();

    UpdateBar(Shell shell) {
        UpdatesModel model = shell.desk().updates();
        setId("updates");
        getStyleClass().add("update-bar");
        setAlignment(Pos.CENTER_LEFT);
        headline.getStyleClass().add(Styles.TEXT_BOLD);
        headline.setMinWidth(0);
        notes.getStyleClass().add(Styles.TEXT_MUTED);
        // The versions come first; the notes have what room is left.
        notes.setMinWidth(0);
        notes.setPrefWidth(0);
        notes.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(notes, Priority.ALWAYS);
        Button details = Buttons.of(Feather.INFO, TEXTS.get("updates.details"),
                () -> UpdateBox.show(shell, shown));
        details.setId("updates-details");
        details.setMinWidth(USE_PREF_SIZE);
        Button dismiss = Buttons.icon(Feather.X, TEXTS.get("dismiss"), () -> model.dismiss(shown));
        dismiss.setId("updates-dismiss");
        getChildren().addAll(new FontIcon(Feather.ARROW_UP_CIRCLE), headline, notes, details, dismiss);
        subscription = Screen.show(model.announced(), this::render);
    }

    private void render(UpdateView view) {
        shown = view.updates();
        boolean any = !shown.isEmpty();
        setVisible(any);
        setManaged(any);
        if (any) {
            headline.setText(words.headline(shown));
            notes.setText(words.notes(shown));
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
