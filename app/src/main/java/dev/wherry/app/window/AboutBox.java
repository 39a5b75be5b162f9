// What Wherry is.
package dev.wherry.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.release.Release;
import dev.wherry.app.text.Texts;

/** Name, version and what it runs on. */
public final class AboutBox extends VBox {

    private static final Texts TEXTS = Texts.of(AboutBox.class);
    private static final double PICTURE = 72;

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
        Button copy = new Button(TEXTS.get("about.copy"));
        copy.setOnAction(event -> shell.copy(versions));
        Button close = new Button(TEXTS.get("close"));
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(event -> shell.closeDialog());
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(name, text, numbers, buttons);
    }
}
