// How the machine is, at the top of the side bar.
package dev.wherry.app.window;

import java.util.Locale;
import java.util.function.Consumer;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The machine's state in words, and the one thing that one most likely wants to do about it. */
final class MachineBadge extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(MachineBadge.class);

    private final MachineActions actions;
    private final StateMark mark = new StateMark();
    private final Hyperlink state = new Hyperlink();
    private final Region gap = new Region();
    private final Subscription subscription;
    private @Nullable Offer offer;

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
        Offer next = Offer.of(view);
        // Not at every report: a button that is replaced while it is pressed does nothing.
        if (next != offer) {
            offer = next;
            getChildren().setAll(mark, state, gap);
            if (next != Offer.NOTHING) {
                getChildren().add(button(next));
            }
        }
    }

    private Button button(Offer offered) {
        String key = offered.name().toLowerCase(Locale.ROOT);
        Button button = Buttons.icon(offered.icon, TEXTS.get("offer." + key), () -> offered.action.accept(actions));
        button.setId("machine-" + key);
        return button;
    }

    private enum Offer {
        START(Feather.PLAY, MachineActions::start),
        STOP(Feather.SQUARE, MachineActions::stop),
        RESUME(Feather.PLAY, MachineActions::resume),
        NOTHING(Feather.SQUARE, actions -> {
        });

        private final Feather icon;
        private final Consumer<MachineActions> action;

        Offer(Feather icon, Consumer<MachineActions> action) {
            this.icon = icon;
            this.action = action;
        }

        static Offer of(MachineView view) {
            if (view.lost() != null) {
                return NOTHING;
            }
            return switch (view.state()) {
                case ABSENT, STOPPED, FAILED -> START;
                case RUNNING -> STOP;
                case PAUSED -> RESUME;
                case STARTING, STOPPING -> NOTHING;
            };
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
