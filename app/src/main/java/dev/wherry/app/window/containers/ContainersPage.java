// The page of containers: all of them, or one.
package dev.wherry.app.window.containers;

import java.time.Clock;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;

import dev.wherry.app.window.Page;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;

/** Shows the list. */
public final class ContainersPage implements Page {

    private static final String SHEET = Objects.requireNonNull(ContainersPage.class.getResource("containers.css"))
            .toExternalForm();
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final ContainersModel model;
    private final ContainerList list;
    private final StackPane content;

    /** The page in the window {@code shell}. */
    public ContainersPage(Shell shell) {
        model = new ContainersModel(shell.desk(), Clock.systemUTC());
        list = new ContainerList(shell, model);
        content = new StackPane(list.content());
        content.getStylesheets().add(SHEET);
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void show(Place place) {
        list.show();
        content.getScene().getAccelerators().put(FIND, list::focusFilter);
    }

    @Override
    public void hide() {
        list.hide();
        content.getScene().getAccelerators().remove(FIND);
    }

    @Override
    public void close() {
        list.close();
        model.close();
    }
}
