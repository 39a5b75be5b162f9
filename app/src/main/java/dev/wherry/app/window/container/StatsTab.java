// What a container uses, live.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.EmptyState;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.docker.Containers;
import org.kordamp.ikonli.feather.Feather;

/** Four charts of the last minutes. */
final class StatsTab implements ContainerTab {

    private static final Texts TEXTS = Texts.of(StatsTab.class);
    private static final double LEAST_CPU = 0.05;
    private static final double LEAST_BYTES = 1000;

    private final StatsModel model;
    private final Scope scope = new Scope();
    private final List<StatsCard> cards = List.of(
            new StatsCard("cpu", point -> Amounts.percent(point.cpu()), Amounts::percent, LEAST_CPU,
                    List.of(StatsPoint::cpu)),
            new StatsCard("memory",
                    point -> TEXTS.get("stats.memory.now", bytes(point.memory()), bytes(point.memoryLimit())),
                    StatsTab::bytes, LEAST_BYTES, List.of(StatsPoint::memory)),
            new StatsCard("network",
                    point -> TEXTS.get("stats.network.now", bytes(point.received()), bytes(point.sent())),
                    StatsTab::rate, LEAST_BYTES, List.of(StatsPoint::received, StatsPoint::sent)),
            new StatsCard("disk", point -> TEXTS.get("stats.disk.now", bytes(point.read()), bytes(point.written())),
                    StatsTab::rate, LEAST_BYTES, List.of(StatsPoint::read, StatsPoint::written)));
    private final GridPane grid = new GridPane();
    private final StackPane content = new StackPane();

    StatsTab(Shell shell, ContainerModel container) {
        this.model = new StatsModel(new Containers(shell.desk().engine().client()), container);
        content.getStyleClass().add("tab-body");
        grid.getStyleClass().add("stats-grid");
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(50);
        grid.getColumnConstraints().addAll(column, column);
        grid.getRowConstraints().addAll(row, row);
        for (int i = 0; i < cards.size(); i++) {
            grid.add(cards.get(i), i % 2, i / 2);
        }
        scope.add(model);
        scope.add(Screen.show(model.history(), this::render));
    }

    private static String bytes(double bytes) {
        return Amounts.bytes(Math.round(bytes));
    }

    private static String rate(double bytes) {
        return TEXTS.get("stats.rate", bytes(bytes));
    }

    private void render(StatsHistory history) {
        cards.forEach(card -> card.show(history));
        Node shown = switch (history.phase()) {
            case LIVE -> grid;
            case WAITING -> new EmptyState(Feather.ACTIVITY, TEXTS.get("stats.waiting"), "");
            case ENDED -> new EmptyState(Feather.MOON, TEXTS.get("stats.ended"), TEXTS.get("stats.ended.hint"));
            case FAILED -> new EmptyState(Feather.ALERT_TRIANGLE, TEXTS.get("stats.failed"), history.cause());
        };
        if (content.getChildren().isEmpty() || !Objects.equals(content.getChildren().getFirst(), shown)) {
            content.getChildren().setAll(shown);
        }
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void shown() {
        model.resume();
    }

    @Override
    public void hidden() {
        model.rest();
    }

    @Override
    public void close() {
        scope.close();
    }
}
