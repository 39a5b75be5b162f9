// A part of a page with a headline.
package dev.wherry.app.window.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

/** A card: its headline with tools at the right end, and below what it is about. */
public final class Section extends VBox {

    /** A card called {@code title}. */
    public Section(String title, Node body, Node... tools) {
        Label label = new Label(title);
        label.getStyleClass().add(Styles.TITLE_4);
        label.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(label, gap);
        head.getChildren().addAll(tools);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("section-head");
        VBox.setVgrow(body, Priority.ALWAYS);
        getStyleClass().add("section");
        getChildren().addAll(head, body);
    }
}
