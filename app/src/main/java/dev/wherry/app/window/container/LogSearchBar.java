// The search within a log.
package dev.wherry.app.window.container;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field, how much was found, and the ways to the next and to the one before. Enter steps on, Shift+Enter back. */
final class LogSearchBar extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(LogSearchBar.class);

    private final LogModel model;
    private final LogList list;
    private final CustomTextField field = new CustomTextField();
    private final Label count = new Label();
    private final Button previous = Buttons.icon(Feather.CHEVRON_UP, TEXTS.get("search.previous"), () -> step(false));
    private final Button next = Buttons.icon(Feather.CHEVRON_DOWN, TEXTS.get("search.next"), () -> step(true));
    private final Subscription subscription;

    LogSearchBar(LogModel model, LogList list) {
        this.model = model;
        this.list = list;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("search-bar");
        field.setId("logs-search");
        field.setPromptText(TEXTS.get("logs.search"));
        field.setAccessibleText(TEXTS.get("logs.search"));
        field.setLeft(new FontIcon(Feather.SEARCH));
        field.textProperty().addListener((source, old, now) -> model.search(now));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::type);
        count.setId("logs-search-count");
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.setMinWidth(USE_PREF_SIZE);
        previous.setId("logs-search-previous");
        next.setId("logs-search-next");
        getChildren().addAll(field, previous, next, count);
        subscription = Screen.show(model.matches(), this::render);
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            step(!event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        }
    }

    /** Steps to the next line that was found, or to the one before. */
    void step(boolean forward) {
        model.matches().update(old -> old.stepped(forward, list.firstVisible()));
    }

    private void render(LogMatches matches) {
        boolean none = matches.numbers().isEmpty();
        previous.setDisable(none);
        next.setDisable(none);
        if (matches.text().isEmpty()) {
            count.setText("");
        } else if (matches.position() > 0) {
            count.setText(TEXTS.get("search.position", matches.position(), matches.numbers().size()));
        } else {
            count.setText(TEXTS.get("search.count", matches.numbers().size()));
        }
        list.changeLook(old -> old.finding(matches.text()));
        list.reveal(matches.current());
    }

    /** Puts the caret into the field. */
    void enter() {
        field.requestFocus();
        field.selectAll();
    }

    /** The field, for tests and for the keyboard. */
    TextField field() {
        return field;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
