// What all dialogs look like.
package dev.wherry.app.window.parts;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;

/** A title, a body, and the buttons at the lower right. */
public final class DialogBox extends VBox {

    private final HBox buttons = new HBox();

    /**
     * A dialog without buttons yet.
     *
     * @param width in pixels, where the window has as many
     */
    public DialogBox(String title, double width, Node body) {
        Sheets.dress(this, DialogBox.class);
        getStyleClass().add("dialog-box");
        setPrefWidth(width);
        setAccessibleText(title);
        Label label = new Label(title);
        label.getStyleClass().add(Styles.TITLE_4);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(label, body, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
    }

    // Enter would press what has the focus: a box or a choice is changed by the space bar, and Enter goes on as elsewhere.
    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && (event.getTarget() instanceof CheckBox || event.getTarget() instanceof RadioButton)) {
            buttons().filter(Button::isDefaultButton).forEach(Button::fire);
            event.consume();
        }
    }

    private Stream<Button> buttons() {
        return buttons.getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast);
    }

    /** Adds the button that Escape presses, and Enter too where there is nothing to {@link #go} on with. */
    public Button cancel(String id, String text, Runnable action) {
        Button button = add(id, text, action);
        button.setCancelButton(true);
        button.setDefaultButton(true);
        return button;
    }

    /** Adds the button that Enter presses; {@link #cancel} comes before it. */
    public Button go(String id, String text, Runnable action) {
        buttons().forEach(other -> other.setDefaultButton(false));
        Button button = add(id, text, action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    /** Adds the button of what loses something; no key alone presses it. */
    public Button danger(String id, String text, Runnable action) {
        Button button = add(id, text, action);
        button.getStyleClass().add(Styles.DANGER);
        return button;
    }

    private Button add(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return button;
    }

    /** Puts something else before the buttons. */
    public void lead(ButtonBase other) {
        buttons.getChildren().addFirst(other);
    }

    /** Calls {@code end} once, when the dialog goes, whoever closes it. */
    public DialogBox onClosed(Runnable end) {
        Runnable once = new Runnable() {
            private boolean ended;

            @Override
            public void run() {
                if (!ended) {
                    ended = true;
                    end.run();
                }
            }
        };
        sceneProperty().addListener((source, left, entered) -> {
            if (entered == null) {
                once.run();
            } else {
                front().ifPresent(pane -> pane.displayProperty().addListener((display, old, shown) -> {
                    if (!shown) {
                        once.run();
                    }
                }));
            }
        });
        return this;
    }

    private Optional<ModalPane> front() {
        return Stream.<Node>iterate(this, Objects::nonNull, Node::getParent).filter(ModalPane.class::isInstance)
                .map(ModalPane.class::cast).findFirst();
    }

    /** Lets {@code first} have the focus once the dialog is there. */
    public DialogBox focus(Node first) {
        Platform.runLater(first::requestFocus);
        return this;
    }
}
