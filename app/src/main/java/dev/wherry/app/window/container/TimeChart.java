// A small chart of the last minutes.
package dev.wherry.app.window.container;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * Draws lines over time: the newest values at the right end, the values' axis at the left. The first line has its area filled, the
 * second is dashed. A gap in time is a gap in the line. It is a picture; whoever shows it says the same in words.
 */
final class TimeChart extends Region {

    /**
     * Values at moments that all lines share.
     *
     * @param times  rising
     * @param values for each line one value per time
     */
    record Data(List<Instant> times, List<List<Double>> values) {
    }

    private static final int STEPS = 2;
    private static final Duration GAP = Duration.ofSeconds(4);

    private final Duration span;
    private final DoubleFunction<String> words;
    private final double least;
    private final List<Line> grid = new ArrayList<>();
    private final List<Label> axis = new ArrayList<>();
    private final Label oldest;
    private final Label newest;
    private final Path area = new Path();
    private final List<Path> lines = new ArrayList<>();
    private Data data = new Data(List.of(), List.of());

    /**
     * An empty chart.
     *
     * @param words how a value is written at the axis
     * @param least where the axis ends at least
     */
    TimeChart(Duration span, DoubleFunction<String> words, double least, String oldest, String newest) {
        this.span = span;
        this.words = words;
        this.least = least;
        this.oldest = label(oldest);
        this.newest = label(newest);
        getStyleClass().add("time-chart");
        area.getStyleClass().add("time-chart-area");
        for (int i = 0; i <= STEPS; i++) {
            Line line = new Line();
            line.getStyleClass().add("time-chart-grid");
            grid.add(line);
            axis.add(label(""));
        }
        getChildren().addAll(grid);
        getChildren().add(area);
        getChildren().addAll(axis);
        getChildren().addAll(this.oldest, this.newest);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("time-chart-label");
        return label;
    }

    /** Shows {@code next} in the place of what was shown. */
    void show(Data next) {
        data = next;
        while (lines.size() < next.values().size()) {
            Path line = new Path();
            line.getStyleClass().addAll("time-chart-line", "time-chart-line-" + lines.size());
            lines.add(line);
            getChildren().add(line);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = data.values().stream().flatMap(List::stream).mapToDouble(value -> value).max().orElse(0);
        double ceiling = ChartScale.ceiling(top, least);
        double foot = newest.prefHeight(-1);
        double left = 0;
        for (int i = 0; i <= STEPS; i++) {
            axis.get(i).setText(words.apply(ceiling * i / STEPS));
            left = Math.max(left, axis.get(i).prefWidth(-1));
        }
        Plot plot = new Plot(snapSpaceX(left + 8), foot / 2, getWidth() - 1, getHeight() - foot - 4, ceiling);
        layoutAxes(plot, foot);
        for (int i = 0; i < data.values().size(); i++) {
            lines.get(i).getElements().setAll(line(plot, data.values().get(i)));
        }
        area.getElements().setAll(data.values().isEmpty() ? List.of() : area(plot, data.values().getFirst()));
    }

    private void layoutAxes(Plot plot, double height) {
        for (int i = 0; i <= STEPS; i++) {
            double y = snapPositionY(plot.y(plot.ceiling * i / STEPS)) + 0.5;
            Line line = grid.get(i);
            line.setStartX(plot.left);
            line.setEndX(plot.right);
            line.setStartY(y);
            line.setEndY(y);
            double width = axis.get(i).prefWidth(-1);
            axis.get(i).resizeRelocate(plot.left - 8 - width, y - height / 2, width, height);
        }
        double y = plot.bottom + 4;
        oldest.resizeRelocate(plot.left, y, oldest.prefWidth(-1), height);
        double width = newest.prefWidth(-1);
        newest.resizeRelocate(plot.right - width, y, width, height);
    }

    private List<PathElement> line(Plot plot, List<Double> values) {
        List<PathElement> elements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double x = plot.x(data.times().get(i));
            double y = plot.y(values.get(i));
            elements.add(gapBefore(i) ? new MoveTo(x, y) : new LineTo(x, y));
        }
        return elements;
    }

    private List<PathElement> area(Plot plot, List<Double> values) {
        List<PathElement> elements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double x = plot.x(data.times().get(i));
            if (gapBefore(i)) {
                elements.add(new MoveTo(x, plot.bottom));
            }
            elements.add(new LineTo(x, plot.y(values.get(i))));
            if (i + 1 == values.size() || gapBefore(i + 1)) {
                elements.add(new LineTo(x, plot.bottom));
                elements.add(new ClosePath());
            }
        }
        return elements;
    }

    private boolean gapBefore(int i) {
        return i == 0 || Duration.between(data.times().get(i - 1), data.times().get(i)).compareTo(GAP) > 0;
    }

    /** Where a moment and a value are on the screen. */
    private final class Plot {

        private final double left;
        private final double top;
        private final double right;
        private final double bottom;
        private final double ceiling;

        Plot(double left, double top, double right, double bottom, double ceiling) {
            this.left = left;
            this.top = top;
            this.right = right;
            this.bottom = bottom;
            this.ceiling = ceiling;
        }

        double x(Instant time) {
            double age = Duration.between(time, data.times().getLast()).toMillis();
            return right - (right - left) * age / span.toMillis();
        }

        double y(double value) {
            return bottom - (bottom - top) * value / ceiling;
        }
    }
}
