// One kind of figures: a headline, the current values in words, and their chart.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;

/** A card with a {@link TimeChart}. */
final class StatsCard extends VBox {

    private static final Texts TEXTS = Texts.of(StatsCard.class);

    private final String title;
    private final Function<StatsPoint, String> now;
    private final List<ToDoubleFunction<StatsPoint>> lines;
    private final Label value = new Label();
    private final TimeChart chart;

    /**
     * An empty card.
     *
     * @param key   its name in texts and ids
     * @param now   what is said of the last point
     * @param axis  how a value is written at the axis
     * @param least where the axis ends at least
     * @param lines what is drawn
     */
    StatsCard(String key, Function<StatsPoint, String> now, DoubleFunction<String> axis, double least,
            List<ToDoubleFunction<StatsPoint>> lines) {
        this.title = TEXTS.get("stats." + key);
        this.now = now;
        this.lines = lines;
        this.chart = new TimeChart(StatsHistory.SPAN, axis, least, Amounts.ago(StatsHistory.SPAN),
                TEXTS.get("stats.now"));
        setId("stats-" + key);
        getStyleClass().add("stats-card");
        setFocusTraversable(true);
        Label name = new Label(title);
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, value);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(head, chart);
    }

    void show(StatsHistory history) {
        List<StatsPoint> points = history.points();
        String words = points.isEmpty() ? "" : now.apply(points.getLast());
        value.setText(words);
        setAccessibleText(title + ": " + words);
        chart.show(new TimeChart.Data(points.stream().map(StatsPoint::time).toList(),
                lines.stream().map(line -> points.stream().map(line::applyAsDouble).toList()).toList()));
    }
}
