// One row of the log.
package dev.wherry.app.window.container;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** Shows a line: what it was written to, when, and what it says. */
final class LogCell extends ListCell<LogEntry> {

    /**
     * How rows look.
     *
     * @param times   whether they say when they were written
     * @param wrap    whether long ones are broken
     * @param found   what is marked in them; empty for nothing
     * @param current number of the line that is marked above all; {@link LogMatches#NOWHERE} for none
     */
    record Look(boolean times, boolean wrap, String found, long current) {

        Look with(boolean timesNow, boolean wrapNow) {
            return new Look(timesNow, wrapNow, found, current);
        }

        Look finding(String text) {
            return new Look(times, wrap, text, current);
        }

        Look at(long number) {
            return new Look(times, wrap, found, number);
        }
    }

    private record Shown(LogEntry entry, boolean times, String found, boolean current) {
    }

    private static final Texts TEXTS = Texts.of(LogCell.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final LogList list;
    private final Label mark = new Label();
    private final Label time = new Label();
    private final LogText text = new LogText();
    private final HBox row = new HBox(mark, time, text);
    // Those cells, too, that the list keeps for later. The list outlives none of them, but may let go of some.
    private final ChangeListener<Look> relook = (source, old, now) -> update();
    private @Nullable Shown shown;

    LogCell(LogList list) {
        this.list = list;
        getStyleClass().add("log-cell");
        list.look().addListener(new WeakChangeListener<>(relook));
        mark.getStyleClass().add("log-mark");
        time.getStyleClass().add("log-time");
        time.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.setAlignment(Pos.BASELINE_LEFT);
    }

    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        update();
    }

    private void update() {
        LogEntry entry = getItem();
        if (entry == null) {
            return;
        }
        Look look = list.look().getValue();
        boolean current = list.isCurrent(getIndex());
        Shown next = new Shown(entry, look.times(), look.found(), current);
        if (!next.equals(shown)) {
            shown = next;
            render(next);
        }
    }

    private void render(Shown next) {
        LogEntry entry = next.entry;
        boolean times = next.times && entry.time() != null;
        mark.setText(entry.error() ? TEXTS.get("logs.error.mark") : "");
        time.setText(times ? TIME.format(entry.time()) : "");
        time.setManaged(times);
        List<LogPiece> pieces = new ArrayList<>(LogPiece.of(entry.text(), next.found, next.current));
        if (entry.cut() > 0) {
            pieces.add(new LogPiece(" " + TEXTS.get("logs.cut", Amounts.bytes(entry.cut())), false,
                    List.of("log-cut"), ""));
        }
        text.show(pieces);
        setGraphic(row);
        setAccessibleText((entry.error() ? TEXTS.get("logs.error") + ": " : "") + plain(entry, times));
    }

    /** {@code entry} as it is copied and saved. */
    static String plain(LogEntry entry, boolean times) {
        return times && entry.time() != null
                ? TIME.format(Objects.requireNonNull(entry.time())) + " " + entry.text().plain()
                : entry.text().plain();
    }

    // A row that is broken is as wide as the list, whatever its text would take.
    @Override
    protected double computePrefWidth(double height) {
        return list.look().getValue().wrap() ? 0 : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = list.getWidth() - snappedLeftInset() - snappedRightInset() - LogList.SCROLL_BAR;
        return list.look().getValue().wrap() && getGraphic() != null
                ? row.prefHeight(inner) + snappedTopInset() + snappedBottomInset()
                : super.computePrefHeight(width);
    }
}
