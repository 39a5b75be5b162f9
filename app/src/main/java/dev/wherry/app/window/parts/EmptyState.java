// What is shown where there is nothing to show.
package dev.wherry.app.window.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says why there is nothing, and what to do next. */
public final class EmptyState extends VBox {

    private static final double WIDTH = 420;

    /** With a picture, a headline, a sentence on what to do next, and the controls to do it with. */
    public EmptyState(Feather icon, String headline, String hint, Node... actions) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        Label title = new Label(headline);
        title.getStyleClass().add(Styles.TITLE_4);
        Label text = new Label(hint);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        text.setMaxWidth(WIDTH);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        getChildren().addAll(picture, title, text);
        getChildren().addAll(actions);
    }
}
