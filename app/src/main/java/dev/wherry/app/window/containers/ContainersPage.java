// The page of containers: all of them, or one.
package dev.wherry.app.window.containers;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;

import dev.wherry.app.window.Page;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.container.ContainerView;
import org.jspecify.annotations.Nullable;

/** Shows the list, or one of its containers in its place; those with open shells stay as they are until they are looked at again. */
public final class ContainersPage implements Page {

    private static final String SHEET = Objects.requireNonNull(ContainersPage.class.getResource("containers.css"))
            .toExternalForm();
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Shell shell;
    private final Map<String, ContainerView> opened = new HashMap<>();
    private final ContainersModel model;
    private final ContainerList list;
    private final StackPane content;
    private @Nullable ContainerView current;

    /** The page in the window {@code shell}. */
    public ContainersPage(Shell shell) {
        this.shell = shell;
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
        ContainerView before = current;
        hide();
        if (place.subject().isEmpty()) {
            current = null;
            showList();
        } else {
            current = opened.computeIfAbsent(place.subject(),
                    id -> new ContainerView(shell, id, () -> shell.open(Place.of(PageKind.CONTAINERS))));
            content.getChildren().setAll(current.content());
            current.show(place.part());
        }
        if (before != null && !before.equals(current) && !before.busy()) {
            before.close();
            opened.values().remove(before);
        }
    }

    private void showList() {
        content.getChildren().setAll(list.content());
        list.show();
        content.getScene().getAccelerators().put(FIND, list::focusFilter);
    }

    @Override
    public void hide() {
        if (current == null) {
            list.hide();
            content.getScene().getAccelerators().remove(FIND);
        } else {
            current.hide();
        }
    }

    @Override
    public void close() {
        opened.values().forEach(ContainerView::close);
        list.close();
        model.close();
    }
}
