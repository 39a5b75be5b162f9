// What is said in passing.
package dev.wherry.app.window;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A line at the lower end of the window that goes away by itself and is in nobody's way. */
final class Notes extends StackPane {

    private final Label label = new Label();
    private final PauseTransition moment = new PauseTransition(Duration.seconds(2));

    Notes() {
        setMouseTransparent(true);
        setAlignment(Pos.BOTTOM_CENTER);
        getStyleClass().add("notes");
        label.setId("note");
        label.getStyleClass().add("note");
        label.setVisible(false);
        getChildren().add(label);
        moment.setOnFinished(event -> label.setVisible(false));
    }

    void say(String text) {
        label.setText(text);
        label.setVisible(true);
        moment.playFromStart();
    }
}
