// The way to a folder.
package dev.wherry.app.window.files;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Buttons;
import org.kordamp.ikonli.feather.Feather;

/** Each folder on the way as a button; or, when it is asked for, a field to type another way into. */
final class PathBar extends HBox {

    private static final Texts TEXTS = Texts.of(PathBar.class);
    /** More folders than this in a row are shortened in the middle. */
    private static final int MOST = 6;

    private final Consumer<String> open;
    private final TextField field = new TextField();
    private String path = FilePath.TOP;

    PathBar(Consumer<String> open) {
        this.open = open;
        field.setId("files-path");
        field.setAccessibleText(TEXTS.get("path"));
        field.setOnAction(event -> go());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(path);
                event.consume();
            }
        });
        field.focusedProperty().addListener((source, old, now) -> {
            if (!now) {
                show(path);
            }
        });
        getStyleClass().add("path-bar");
        setAlignment(Pos.CENTER_LEFT);
        show(path);
    }

    private void go() {
        String wanted = field.getText().strip();
        open.accept(wanted.isEmpty() ? FilePath.TOP : wanted);
    }

    /** Shows the way to {@code to}. */
    void show(String to) {
        path = to;
        getChildren().clear();
        List<String> way = FilePath.way(to);
        for (int i = 0; i < way.size(); i++) {
            if (i == 0 || i > way.size() - MOST) {
                getChildren().add(step(way.get(i)));
            } else if (i == 1) {
                getChildren().add(new Label("…"));
            }
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button edit = Buttons.icon(Feather.EDIT_2, TEXTS.get("path.edit"), this::edit);
        edit.setId("files-path-edit");
        getChildren().addAll(gap, edit);
    }

    private Node step(String folder) {
        Button button = new Button(FilePath.name(folder));
        button.getStyleClass().addAll(Styles.FLAT, "path-step");
        button.setAccessibleText(folder);
        button.setOnAction(event -> open.accept(folder));
        return button;
    }

    /** Lets the user type another way. */
    void edit() {
        field.setText(path);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
    }
}
