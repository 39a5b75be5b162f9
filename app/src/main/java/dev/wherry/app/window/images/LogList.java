// A log that is read while it is written.
package dev.wherry.app.window.images;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.ScrollEvent;

import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Screen;

/** Follows the last line until one scrolls up. */
final class LogList extends ListView<String> implements Subscription {

    private static final Texts TEXTS = Texts.of(LogList.class);

    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final CheckBox follow = new CheckBox(TEXTS.get("log.follow"));
    private final Subscription subscription;

    LogList(String id, String name, LineLog log) {
        setId(id);
        setAccessibleText(name);
        getStyleClass().addAll("mono", "log-list");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setItems(lines);
        follow.setId(id + "-follow");
        follow.setSelected(true);
        follow.selectedProperty().subscribe(this::toEnd);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        subscription = Screen.show(log.size(), size -> {
            lines.addAll(log.from(lines.size()));
            toEnd();
        });
    }

    private void toEnd() {
        if (follow.isSelected() && !lines.isEmpty()) {
            scrollTo(lines.size() - 1);
        }
    }

    /** Whether it follows, to be put beside it. */
    CheckBox follow() {
        return follow;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
