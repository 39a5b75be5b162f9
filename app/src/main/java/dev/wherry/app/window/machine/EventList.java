// What has happened, the newest first.
package dev.wherry.app.window.machine;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Screen;
import org.jspecify.annotations.Nullable;

/** A line for each event. */
final class EventList extends ListView<Happening> implements Subscription {

    private static final Texts TEXTS = Texts.of(EventList.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());
    /** The kinds of things that have a name in the user's language. */
    private static final Set<String> TYPES = Set.of("container", "image", "volume", "network");

    private final Subscription subscription;

    EventList(MachineModel model) {
        setId("events-list");
        setAccessibleText(TEXTS.get("events"));
        getStyleClass().addAll(Styles.DENSE, "events");
        setPlaceholder(new Label(TEXTS.get("events.none")));
        setCellFactory(list -> new Line());
        subscription = Screen.show(model.events(), this::render);
    }

    private void render(List<Happening> happenings) {
        long newest = getItems().isEmpty() ? 0 : getItems().getFirst().number();
        getItems().addAll(0, happenings.stream().takeWhile(happening -> happening.number() > newest).toList());
        int surplus = getItems().size() - EventLog.KEPT;
        if (surplus > 0) {
            getItems().remove(EventLog.KEPT, EventLog.KEPT + surplus);
        }
    }

    private static String words(Happening happening) {
        if (happening.type().equals("machine")) {
            return TEXTS.get("machine.is." + happening.action());
        }
        // What happens keeps the engine's own word, as in the output of "docker events".
        String type = TYPES.contains(happening.type()) ? TEXTS.get("type." + happening.type()) : happening.type();
        return type + " · " + happening.action();
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** Time, what happened, and to whom. */
    private static final class Line extends ListCell<Happening> {

        private final Label time = new Label();
        private final Label what = new Label();
        private final Label whom = new Label();
        private final HBox line = new HBox(time, what, whom);

        Line() {
            line.getStyleClass().add("event");
            time.getStyleClass().addAll(Styles.TEXT_MUTED, "event-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            what.getStyleClass().add("event-what");
            whom.getStyleClass().add(Styles.TEXT_BOLD);
        }

        @Override
        protected void updateItem(@Nullable Happening happening, boolean empty) {
            super.updateItem(happening, empty);
            if (happening == null || empty) {
                setGraphic(null);
                return;
            }
            time.setText(TIME.format(happening.time()));
            what.setText(words(happening));
            whom.setText(happening.whom());
            setAccessibleText(String.join(", ", time.getText(), what.getText(), whom.getText()));
            setGraphic(line);
        }
    }
}
