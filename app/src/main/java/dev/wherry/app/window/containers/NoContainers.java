// What is shown where there is no container to show.
package dev.wherry.app.window.containers;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.EmptyState;
import org.kordamp.ikonli.feather.Feather;

/** Says what to do next. */
final class NoContainers {

    private static final Texts TEXTS = Texts.of(NoContainers.class);
    private static final String HELLO = "docker run -d -p 8080:80 wherry/hello";

    private NoContainers() {
    }

    /** There are none at all. */
    static Node atAll(Shell shell) {
        Label line = new Label(HELLO);
        line.getStyleClass().add("command-line");
        Button copy = Buttons.icon(Feather.COPY, TEXTS.get("none.copy"), () -> shell.copy(HELLO));
        copy.setId("hello-copy");
        HBox card = new HBox(line, copy);
        card.getStyleClass().add("command-card");
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMaxWidth(Region.USE_PREF_SIZE);
        Hyperlink images = new Hyperlink(TEXTS.get("none.images"));
        images.setId("to-images");
        images.setOnAction(event -> shell.open(Place.of(PageKind.IMAGES)));
        return new EmptyState(PageKind.CONTAINERS.icon(), TEXTS.get("none"), TEXTS.get("none.hint"), card, images);
    }

    /** There are some, but the filter lets none through. */
    static Node found(Runnable clear) {
        Button button = Buttons.of(Feather.X, TEXTS.get("nomatch.clear"), clear);
        button.setId("filter-clear");
        return new EmptyState(Feather.SEARCH, TEXTS.get("nomatch"), TEXTS.get("nomatch.hint"), button);
    }
}
