// The lines of a log, on the screen.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

/**
 * A list of which only the visible rows exist. While it follows, it stays at its end; scrolling up ends that, scrolling to the end
 * begins it again.
 */
final class LogList extends ListView<LogEntry> {

    /** Room for the bar at the right, in pixels. */
    static final double SCROLL_BAR = 20;
    private static final PseudoClass WRAPPED = PseudoClass.getPseudoClass("wrapped");

    private final LogRows rows = new LogRows();
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ObjectProperty<LogCell.Look> look = new SimpleObjectProperty<>(this, "look",
            new LogCell.Look(false, false, "", LogMatches.NOWHERE));

    LogList() {
        getStyleClass().add("log-list");
        setItems(rows);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> cell());
        following.addListener((source, old, now) -> stay());
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                following.set(false);
            }
            Platform.runLater(this::noticeEnd);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::scrollByKey);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::scrollByBar);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::scrollByBar);
    }

    private LogCell cell() {
        LogCell cell = new LogCell(this);
        cell.setOnDragDetected(event -> {
            following.set(false);
            cell.startFullDrag();
        });
        cell.addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED, event -> selectTo(cell.getIndex()));
        return cell;
    }

    // From where the button went down to where the pointer is.
    private void selectTo(int index) {
        int anchor = getSelectionModel().getSelectedIndices().stream().findFirst().orElse(index);
        if (index < rows.size()) {
            getSelectionModel().clearSelection();
            getSelectionModel().selectRange(anchor, index >= anchor ? index + 1 : index - 1);
        }
    }

    private void scrollByKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> {
                following.set(false);
                Platform.runLater(this::noticeEnd);
            }
            case DOWN, PAGE_DOWN, END -> Platform.runLater(this::noticeEnd);
            default -> {
            }
        }
    }

    private void scrollByBar(MouseEvent event) {
        for (Node node = (Node) event.getTarget(); node != null && !node.equals(this); node = node.getParent()) {
            if (node instanceof ScrollBar) {
                Platform.runLater(this::noticeEnd);
            }
        }
    }

    private void noticeEnd() {
        following.set(atEnd());
    }

    private boolean atEnd() {
        layout(); // what has just been scrolled is in its place only then
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        if (flow == null || last == null) {
            return true;
        }
        double below = last.getBoundsInParent().getMaxY() - flow.getHeight();
        return last.getIndex() >= rows.size() - 1 && below < last.getHeight() / 2;
    }

    private @Nullable VirtualFlow<?> flow() {
        return (VirtualFlow<?>) lookup(".virtual-flow");
    }

    /** Whether it stays at its end. */
    BooleanProperty following() {
        return following;
    }

    /** Shows {@code next}, in the place of what was shown. Who reads further up goes on reading the same lines. */
    void show(LogLines next) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        long reading = top == null ? 0 : rows.lines().first() + top.getIndex();
        double above = top == null ? 0 : -top.getLayoutY();
        boolean moved = next.first() > rows.lines().first();
        rows.show(next);
        if (following.get()) {
            stay();
        } else if (moved && flow != null) {
            flow.scrollToTop((int) Math.max(0, reading - next.first()));
            flow.scrollPixels(above);
        }
    }

    private void stay() {
        if (following.get() && !rows.isEmpty()) {
            scrollTo(rows.size() - 1);
        }
    }

    /** How its rows look; they follow it by themselves. */
    ObservableValue<LogCell.Look> look() {
        return look;
    }

    /** Changes how the rows look. */
    void changeLook(UnaryOperator<LogCell.Look> change) {
        look.set(change.apply(look.get()));
        pseudoClassStateChanged(WRAPPED, look.get().wrap());
        stay();
    }

    /** Whether the row at {@code index} is the one to be looked at. */
    boolean isCurrent(int index) {
        return rows.lines().first() + index == look.get().current();
    }

    /** Marks the line {@code number} as the one to be looked at, and brings it into view. */
    void reveal(long number) {
        if (number == look.get().current()) {
            return;
        }
        changeLook(old -> old.at(number));
        int index = (int) (number - rows.lines().first());
        if (index >= 0 && index < rows.size()) {
            following.set(false);
            VirtualFlow<?> flow = flow();
            boolean visible = flow != null && flow.getFirstVisibleCell() != null
                    && index > flow.getFirstVisibleCell().getIndex() && index < flow.getLastVisibleCell().getIndex();
            if (!visible) {
                scrollTo(Math.max(0, index - 3)); // what came before it helps to understand it
            }
            getSelectionModel().clearAndSelect(index);
        }
    }

    /** Number of the first line in view. */
    long firstVisible() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        return rows.lines().first() + (top == null ? 0 : top.getIndex());
    }

    /** The selected lines as they are shown. */
    String selectedText() {
        return text(List.copyOf(getSelectionModel().getSelectedItems()), look.get().times());
    }

    /** {@code entries}, each on a line. */
    static String text(List<LogEntry> entries, boolean times) {
        return entries.stream().map(entry -> LogCell.plain(entry, times)).collect(Collectors.joining("\n"));
    }
}
