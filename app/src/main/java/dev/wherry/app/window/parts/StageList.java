// The steps of a start, ticked off one after the other.
package dev.wherry.app.window.parts;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.StageStep;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line for each step, with a sign of how it stands. */
public final class StageList extends VBox {

    private static final Texts TEXTS = Texts.of(StageList.class);

    private List<StageStep> shown = List.of();

    /** A list that shows nothing yet. */
    public StageList() {
        getStyleClass().add("stage-list");
    }

    /** Shows {@code steps}. */
    public void show(List<StageStep> steps) {
        if (!steps.equals(shown)) {
            shown = steps;
            getChildren().setAll(steps.stream().map(StageList::line).toList());
        }
    }

    private static Node line(StageStep step) {
        String key = step.progress().name().toLowerCase(Locale.ROOT);
        Label title = new Label(TEXTS.get("stage." + step.stage()));
        FontIcon mark = new FontIcon(switch (step.progress()) {
            case TO_COME -> Feather.CIRCLE;
            case UNDER_WAY -> Feather.LOADER;
            case DONE -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.ALERT_TRIANGLE;
        });
        HBox line = new HBox(mark, title);
        switch (step.progress()) {
            case UNDER_WAY, FAILED -> title.getStyleClass().add(Styles.TEXT_BOLD);
            case TO_COME -> title.getStyleClass().add(Styles.TEXT_MUTED);
            case DONE -> {
            }
        }
        line.setId("stage-" + step.stage().name().toLowerCase(Locale.ROOT));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("stage", key);
        line.setAccessibleText(title.getText() + ", " + TEXTS.get("progress." + step.progress()));
        return line;
    }
}
