// The quick search on the screen.
package dev.wherry.app.window.search;

import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field and what it finds: arrows choose, Enter goes there, Escape leaves. */
public final class SearchBox extends VBox {

    private static final Texts TEXTS = Texts.of(SearchBox.class);

    private final Shell shell;
    private final SearchModel model;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();

    /** The search for {@code shell}, to be shown as its dialog. */
    public SearchBox(Shell shell) {
        this.shell = shell;
        this.model = new SearchModel(shell.desk());
        getStyleClass().addAll("dialog-box", "search-box");
        getStylesheets().add(Objects.requireNonNull(SearchBox.class.getResource("search.css")).toExternalForm());
        field.setId("search-field");
        field.setPromptText(TEXTS.get("prompt"));
        field.setAccessibleText(TEXTS.get("prompt"));
        field.textProperty().subscribe(this::look);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setId("search-hits");
        list.setAccessibleText(TEXTS.get("hits"));
        list.setPlaceholder(new Label(TEXTS.get("nothing")));
        list.setFocusTraversable(false);
        list.getStyleClass().add(Styles.DENSE);
        list.setCellFactory(view -> new HitCell());
        list.setOnMouseClicked(event -> choose());
        getChildren().addAll(field, list);
        Platform.runLater(field::requestFocus);
    }

    private void look(String typed) {
        list.getItems().setAll(model.find(typed));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(chosen + 1);
            case UP -> select(chosen - 1);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (!list.getItems().isEmpty()) {
            int within = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(within);
            list.scrollTo(within);
        }
    }

    private void choose() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit == null) {
            return;
        }
        shell.closeDialog();
        switch (hit.target()) {
            case Hit.Go(var place) -> shell.open(place);
            case Hit.Act(var action) -> action.run();
        }
    }

    private static final class HitCell extends ListCell<Hit> {

        private final FontIcon icon = new FontIcon(Feather.BOX);
        private final Label title = new Label();
        private final Label kind = new Label();
        private final HBox row = new HBox(icon, title, gap(), kind);

        HitCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("search-hit");
            kind.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            kind.setMinWidth(USE_PREF_SIZE);
        }

        private static Region gap() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(iconOf(hit.kind()));
            title.setText(hit.detail().isEmpty() ? hit.title() : hit.title() + "  ·  " + hit.detail());
            kind.setText(TEXTS.get("kind." + hit.kind().name().toLowerCase(Locale.ROOT)));
            setAccessibleText(title.getText() + ", " + kind.getText());
            setGraphic(row);
        }

        private static Feather iconOf(Hit.Kind kind) {
            return switch (kind) {
                case CONTAINER -> Feather.BOX;
                case IMAGE -> Feather.LAYERS;
                case VOLUME -> Feather.DATABASE;
                case NETWORK -> Feather.SHARE_2;
                case PAGE -> Feather.SIDEBAR;
                case ACTION -> Feather.ZAP;
            };
        }
    }
}
