// A page that shows a list, or all about one thing of it.
package dev.wherry.app.window.parts;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import dev.wherry.app.model.Subscription;
import org.jspecify.annotations.Nullable;

/** Holds the list for good, and at most one detail, which is closed when it is left. */
public final class ListAndDetail extends StackPane implements Subscription {

    /** All about one thing. */
    public interface Detail extends Subscription {

        /** What is shown; the same at every call. */
        Parent content();
    }

    private final Node list;
    private final Node first;
    private @Nullable Detail detail;

    /**
     * Shows {@code list}.
     *
     * @param first what in it has the focus whenever it comes into view
     */
    public ListAndDetail(Node list, Node first) {
        super(list);
        this.list = list;
        this.first = first;
    }

    /** Goes back to the list. */
    public void showList() {
        close();
        getChildren().setAll(list);
        Platform.runLater(first::requestFocus);
    }

    /** Shows {@code next} in place of the list. */
    public void show(Detail next) {
        close();
        detail = next;
        getChildren().setAll(next.content());
        Platform.runLater(next.content()::requestFocus);
    }

    /** Closes the detail, if one is shown. */
    @Override
    public void close() {
        Detail open = detail;
        detail = null;
        if (open != null) {
            open.close();
        }
    }
}
