// Where one types what to look for.
package dev.wherry.app.window.parts;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import atlantafx.base.controls.CustomTextField;
import dev.wherry.app.model.Live;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Filters as one types; Escape empties it. */
public final class SearchField extends CustomTextField {

    private static final int COLUMNS = 16;
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** A field that sets {@code wanted}; {@code prompt} says what is looked through. */
    public SearchField(String id, String prompt, Live<String> wanted) {
        setId(id);
        setLeft(new FontIcon(Feather.SEARCH));
        setPromptText(prompt);
        setAccessibleText(prompt);
        setPrefColumnCount(COLUMNS);
        textProperty().addListener((source, old, text) -> wanted.set(text));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
        // The field is on one page of many: its key is that of whichever page is in view.
        sceneProperty().addListener((source, left, entered) -> {
            if (left != null) {
                left.getAccelerators().remove(FIND);
            }
            if (entered != null) {
                entered.getAccelerators().put(FIND, this::requestFocus);
            }
        });
    }
}
