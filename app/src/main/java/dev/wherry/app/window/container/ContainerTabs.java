// The tabs of a container's page.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

import dev.wherry.app.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes a tab when it is first selected, and lets those rest that are out of view. */
final class ContainerTabs extends TabPane implements Subscription {

    /**
     * A tab that need not be made yet.
     *
     * @param key   what {@link #select} calls it
     * @param title its name for the user
     */
    record Kind(String key, String title, Feather icon, Supplier<ContainerTab> maker) {
    }

    private boolean inView;
    private @Nullable ContainerTab current;

    ContainerTabs(List<Kind> kinds) {
        setId("container-tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        kinds.forEach(kind -> getTabs().add(new LazyTab(kind)));
        getSelectionModel().selectedItemProperty().addListener((source, old, now) -> refresh());
    }

    /** Goes to the tab {@code key}; stays where it is when there is none. */
    void select(String key) {
        getTabs().stream().filter(tab -> tab instanceof LazyTab lazy && lazy.kind.key().equals(key)).findAny()
                .ifPresent(getSelectionModel()::select);
    }

    /** The page comes into view, or goes out of it. */
    void setInView(boolean now) {
        inView = now;
        refresh();
    }

    /** Whether something goes on that ends when this is closed. */
    boolean busy() {
        return getTabs().stream().anyMatch(tab -> tab instanceof LazyTab lazy && lazy.made != null && lazy.made.busy());
    }

    /** Lets the user find something in the selected tab. */
    void find() {
        if (current != null) {
            current.find();
        }
    }

    private void refresh() {
        ContainerTab next = inView && getSelectionModel().getSelectedItem() instanceof LazyTab tab ? tab.made() : null;
        if (Objects.equals(next, current)) {
            return;
        }
        if (current != null) {
            current.hidden();
        }
        current = next;
        if (next != null) {
            next.shown();
        }
    }

    @Override
    public void close() {
        setInView(false);
        getTabs().forEach(tab -> ((LazyTab) tab).close());
    }

    private static final class LazyTab extends Tab {

        private final Kind kind;
        private @Nullable ContainerTab made;

        LazyTab(Kind kind) {
            super(kind.title());
            this.kind = kind;
            setId("container-tab-" + kind.key());
            setGraphic(new FontIcon(kind.icon()));
        }

        ContainerTab made() {
            if (made == null) {
                made = kind.maker().get();
                setContent(made.content());
            }
            return made;
        }

        void close() {
            if (made != null) {
                made.close();
            }
        }
    }
}
