// What every page looks like: a title, what can be done, and the rest.
package dev.wherry.app.window.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;

/** A page's head and body. */
public final class PageFrame extends VBox {

    private final HBox head;

    /** A page called {@code title}, with {@code tools} at the right end of its head. */
    public PageFrame(String title, Node body, Node... tools) {
        Label label = new Label(title);
        label.getStyleClass().add(Styles.TITLE_2);
        label.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(label, gap);
        head.getStyleClass().add("page-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(tools);
        VBox.setVgrow(body, Priority.ALWAYS);
        getStyleClass().add("page");
        getChildren().addAll(head, body);
    }

    /** Puts the way back, called {@code text}, to the left of the title; Escape goes it too. */
    public PageFrame back(String text, Runnable back) {
        head.getChildren().addFirst(Buttons.icon(Feather.ARROW_LEFT, text, back));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
                event.consume();
            }
        });
        return this;
    }
}
