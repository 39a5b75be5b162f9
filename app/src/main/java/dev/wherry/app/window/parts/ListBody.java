// The body of a page that lists things.
package dev.wherry.app.window.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.Filtered;
import org.kordamp.ikonli.feather.Feather;

/** A table below its actions; what to do next where there is nothing; the same for a search that found nothing. */
public final class ListBody<R> extends StackPane implements Subscription {

    private static final Texts TEXTS = Texts.of(ListBody.class);
    private static final double WAITING = 40;

    private final RowTable<R> table;
    private final VBox list;
    private final Node empty;
    private final Node waiting;
    private final Subscription subscription;

    /**
     * Shows {@code things}.
     *
     * @param empty what is shown when there is nothing
     */
    public ListBody(RowTable<R> table, RowActions<R> actions, Node empty, Live<Filtered<R>> things) {
        this.table = table;
        this.empty = empty;
        this.list = new VBox(actions, table);
        this.waiting = waiting();
        Sheets.dress(this, ListBody.class);
        list.getStyleClass().add("list-body");
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setPlaceholder(new EmptyState(Feather.SEARCH, TEXTS.get("nothing"), TEXTS.get("nothing.hint")));
        subscription = Screen.show(things, this::render);
    }

    private static Node waiting() {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setMaxSize(WAITING, WAITING);
        indicator.setAccessibleText(TEXTS.get("waiting"));
        return indicator;
    }

    private void render(Filtered<R> things) {
        table.show(things.shown());
        Node shown = !things.known() ? waiting : things.total() == 0 ? empty : list;
        if (!getChildren().equals(List.of(shown))) {
            getChildren().setAll(shown);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
