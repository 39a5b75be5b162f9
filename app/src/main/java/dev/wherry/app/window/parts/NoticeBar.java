// Something that wants attention, with what to do about it.
package dev.wherry.app.window.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A strip with a sign, a headline, words, and buttons at its right end. */
public final class NoticeBar extends HBox {

    private NoticeBar(String id, Feather icon, String style, String headline, String text, Node... actions) {
        Label title = new Label(headline);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setWrapText(true);
        Label words = new Label(text);
        words.setWrapText(true);
        VBox both = new VBox(title, words);
        HBox.setHgrow(both, Priority.ALWAYS);
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("notice-bar", style);
        getChildren().addAll(new FontIcon(icon), both);
        getChildren().addAll(actions);
    }

    /** Says something that is worth knowing. */
    public static NoticeBar info(String id, String headline, String text, Node... actions) {
        return new NoticeBar(id, Feather.INFO, "info", headline, text, actions);
    }

    /** Says what is wrong. */
    public static NoticeBar trouble(String id, String headline, String text, Node... actions) {
        return new NoticeBar(id, Feather.ALERT_CIRCLE, "trouble", headline, text, actions);
    }
}
