// One job in the strip below the page.
package dev.wherry.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;

/** What the job does, how far it is, and a way to cancel it. */
final class JobRow extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(JobRow.class);

    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label detail = new Label();
    private final Subscription subscription;

    JobRow(Job job) {
        getStyleClass().add("job-row");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(job.title());
        title.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add(Styles.TEXT_MUTED);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        bar.setAccessibleText(job.title());
        getChildren().addAll(title, bar, detail,
                Buttons.icon(Feather.X, TEXTS.get("cancel", job.title()), job::cancel));
        subscription = Screen.show(job.state(), this::render);
    }

    private void render(Job.State state) {
        if (state instanceof Job.Running(double fraction, String text)) {
            bar.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
            detail.setText(text);
        }
    }

    @Override
    public void close() {
        subscription.close();
        // An indeterminate bar that nobody sees goes on moving.
        bar.setProgress(0);
    }
}
