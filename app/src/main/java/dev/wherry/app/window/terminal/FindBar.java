// Looks for text in a terminal.
package dev.wherry.app.window.terminal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import atlantafx.base.theme.Styles;
import com.techsenger.jeditermfx.ui.SearchComponent;
import com.techsenger.jeditermfx.ui.SearchComponentListener;
import com.techsenger.jeditermfx.ui.SubstringFinder.FindResult;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A field for what is looked for, with how often it was found and the way from one place to the next. */
final class FindBar extends HBox implements SearchComponent {

    private static final Texts TEXTS = Texts.of(FindBar.class);

    private final List<SearchComponentListener> listeners = new CopyOnWriteArrayList<>();
    private final TextField text = new TextField();
    private final Label count = new Label();
    private final ToggleButton exact = new ToggleButton("Aa");

    FindBar() {
        text.setId("terminal-find");
        text.setPromptText(TEXTS.get("find.prompt"));
        text.setAccessibleText(TEXTS.get("find.prompt"));
        text.textProperty().addListener((source, old, now) -> search());
        exact.setAccessibleText(TEXTS.get("find.exact"));
        exact.getStyleClass().add(Styles.FLAT);
        exact.selectedProperty().addListener((source, old, now) -> search());
        count.getStyleClass().add(Styles.TEXT_MUTED);
        getStyleClass().add("find-bar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(text, exact, count,
                Buttons.icon(Feather.CHEVRON_UP, TEXTS.get("find.previous"),
                        () -> tell(SearchComponentListener::selectPrevFindResult)),
                Buttons.icon(Feather.CHEVRON_DOWN, TEXTS.get("find.next"),
                        () -> tell(SearchComponentListener::selectNextFindResult)),
                Buttons.icon(Feather.X, TEXTS.get("find.close"),
                        () -> tell(SearchComponentListener::hideSearchComponent)));
        // The terminal gives the bar the focus as a whole.
        focusedProperty().addListener((source, old, now) -> text.requestFocus());
    }

    private void search() {
        tell(listener -> listener.searchSettingsChanged(text.getText(), !exact.isSelected()));
    }

    private void tell(Consumer<SearchComponentListener> what) {
        listeners.forEach(what);
    }

    @Override
    public Pane getPane() {
        return this;
    }

    @Override
    public void addListener(SearchComponentListener listener) {
        listeners.add(listener);
    }

    @Override
    public void addKeyPressedListener(EventHandler<KeyEvent> listener) {
        text.addEventHandler(KeyEvent.KEY_PRESSED, listener);
    }

    @Override
    public void onResultUpdated(@Nullable FindResult result) {
        if (result == null || text.getText().isEmpty()) {
            count.setText("");
        } else if (result.getItems().isEmpty()) {
            count.setText(TEXTS.get("find.none"));
        } else {
            count.setText(TEXTS.get("find.count", result.selectedItem().getIndex(), result.getItems().size()));
        }
    }
}
