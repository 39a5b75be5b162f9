// The strip below the page that shows what goes on in the background.
package dev.wherry.app.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.window.parts.Screen;

/** A row for each job that takes longer than a moment, with its progress and a way to cancel it. */
final class JobBar extends VBox implements Subscription {

    /** What is done sooner than this is not worth a row that flashes up. */
    private static final Duration MOMENT = Duration.millis(200);

    private final Jobs jobs;
    private final Map<Job, JobRow> rows = new HashMap<>();
    private final Subscription subscription;

    JobBar(Jobs jobs) {
        this.jobs = jobs;
        setId("jobs");
        visibleProperty().bind(managedProperty());
        getStyleClass().add("job-bar");
        subscription = Screen.show(jobs.running(), this::render);
    }

    private void render(List<Job> running) {
        rows.entrySet().removeIf(row -> {
            boolean gone = !running.contains(row.getKey());
            if (gone) {
                getChildren().remove(row.getValue());
                row.getValue().close();
            }
            return gone;
        });
        running.stream().filter(job -> !rows.containsKey(job)).forEach(this::await);
        setManaged(!getChildren().isEmpty());
    }

    private void await(Job job) {
        JobRow row = new JobRow(job);
        rows.put(job, row);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(event -> {
            if (jobs.running().get().contains(job) && rows.containsKey(job)) {
                getChildren().add(row);
                setManaged(true);
            }
        });
        moment.play();
    }

    @Override
    public void close() {
        subscription.close();
        rows.values().forEach(JobRow::close);
    }
}
