// What Wherry is.
package dev.wherry.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import atlantafx.base.theme.Styles;
import dev.wherry.app.release.Release;
import dev.wherry.app.text.Texts;
import dev.wherry.app.updates.UpdateView;
import dev.wherry.app.updates.UpdateWords;

/** Name, version, what it runs on, and whether there is a newer one. */
public final class AboutBox extends VBox {

    private static final Texts TEXTS = Texts.of(AboutBox.class);
    private static final double PICTURE = 72;
    private static final double WIDTH = 420;

    /** For {@code shell}, as its dialog. */
    public AboutBox(Shell shell) {
        getStyleClass().add("dialog-box");
        setAlignment(Pos.CENTER);
        Icons.ofWindow().reversed().stream().findFirst().ifPresent(image -> {
            ImageView picture = new ImageView(image);
            picture.setFitWidth(PICTURE);
            picture.setFitHeight(PICTURE);
            picture.setSmooth(true);
            getChildren().add(picture);
        });
        Label name = new Label(TEXTS.get("title"));
        name.getStyleClass().add(Styles.TITLE_2);
        String versions = TEXTS.get("about.versions", Release.number(), System.getProperty("java.version"),
                System.getProperty("javafx.version"));
        Label text = new Label(TEXTS.get("about.text"));
        Label numbers = new Label(versions);
        numbers.getStyleClass().add(Styles.TEXT_MUTED);
        UpdateView newer = shell.desk().updates().all().get();
        Label looked = new Label(new UpdateWords().looked(newer));
        looked.setId("about-updates");
        looked.setWrapText(true);
        looked.setMaxWidth(WIDTH);
        looked.setAlignment(Pos.CENTER);
        looked.setTextAlignment(TextAlignment.CENTER);
        Button copy = new Button(TEXTS.get("about.copy"));
        copy.setOnAction(event -> shell.copy(versions));
        Button close = new Button(TEXTS.get("close"));
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(event -> shell.closeDialog());
        HBox buttons = new HBox(copy, close);
        if (!newer.updates().isEmpty()) {
            Button news = new Button(TEXTS.get("updates.details"));
            news.setId("about-news");
            news.setOnAction(event -> UpdateBox.show(shell, newer.updates()));
            buttons.getChildren().addFirst(news);
        }
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(name, text, numbers, looked, buttons);
    }
}
