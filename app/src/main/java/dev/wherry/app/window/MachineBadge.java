// How the machine is, at the top of the side bar.
package dev.wherry.app.window;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import dev.wherry.app.desk.MachineActions;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.StateMark;
import org.kordamp.ikonli.feather.Feather;

/** The machine's state in words, and the one thing that one most likely wants to do about it. */
final class MachineBadge extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(MachineBadge.class);

    private final MachineActions actions;
    private final StateMark mark = new StateMark();
    private final Hyperlink state = new Hyperlink();
    private final Region gap = new Region();
    private final Subscription subscription;

    MachineBadge(Shell shell) {
        this.actions = shell.desk().actions();
        getStyleClass().add("machine-badge");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(gap, Priority.ALWAYS);
        state.setOnAction(event -> shell.open(Place.of(PageKind.MACHINE)));
        state.getStyleClass().add("machine-state");
        subscription = Screen.show(shell.desk().machine(), this::render);
    }

    private void render(MachineView view) {
        String words = view.lost() == null
                ? TEXTS.get("state." + view.state().name().toLowerCase(Locale.ROOT))
                : TEXTS.get("state.lost");
        mark.show(StateMark.Kind.of(view));
        state.setText(words);
        state.setAccessibleText(TEXTS.get("machine", words));
        getChildren().setAll(mark, state, gap);
        if (view.lost() == null) {
            switch (view.state()) {
                case ABSENT, STOPPED, FAILED ->
                    getChildren().add(button(Feather.PLAY, "start", actions::start));
                case RUNNING -> getChildren().add(button(Feather.SQUARE, "stop", actions::stop));
                case PAUSED -> getChildren().add(button(Feather.PLAY, "resume", actions::resume));
                case STARTING, STOPPING -> {
                }
            }
        }
    }

    private static Button button(Feather icon, String key, Runnable action) {
        Button button = Buttons.icon(icon, TEXTS.get(key), action);
        button.setId("machine-" + key);
        return button;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
