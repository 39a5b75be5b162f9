// A cell of a table with words in it.
package dev.wherry.app.window.parts;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/**
 * Shows a text, and more of it as a tooltip.
 *
 * @param <S> what the table holds
 * @param <R> the row's value
 */
public final class TextCell<S, R> extends TableCell<S, R> {

    private final Function<R, String> text;
    private final Function<R, String> more;

    /** @param more the tooltip; none where it is empty */
    public TextCell(Function<R, String> text, Function<R, String> more) {
        this.text = text;
        this.more = more;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(text.apply(row));
        String told = more.apply(row);
        setTooltip(told.isEmpty() ? null : new Tooltip(told));
    }
}
