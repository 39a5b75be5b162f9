// The head of a container's page.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.desk.ContainerAction;
import dev.wherry.app.desk.ContainerActions;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Question;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.container.ContainerGlance.Presence;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.StateMark;
import dev.wherry.engine.docker.ContainerSummary;
import org.kordamp.ikonli.feather.Feather;

/** The way back, what the container is called and does, and what can be done with it. */
final class ContainerHead extends HBox implements Subscription {

    private static final Texts TEXTS = Texts.of(ContainerHead.class);
    private static final Set<String> STATES = Set.of("created", "running", "paused", "restarting", "removing", "exited",
            "dead");

    /** In the order of their buttons; whatever else there is stands in the list's menu. */
    private static final List<ContainerAction> OFFERED = List.of(ContainerAction.START, ContainerAction.UNPAUSE,
            ContainerAction.STOP, ContainerAction.RESTART, ContainerAction.PAUSE);

    private final Shell shell;
    private final ContainerActions does;
    private final ContainerModel container;
    private final Runnable onRemoved;
    private final Label name = new Label();
    private final Label image = new Label();
    private final StateMark mark = new StateMark();
    private final Label state = new Label();
    private final HBox actions = new HBox();
    private final Scope scope = new Scope();

    /** @param onRemoved is called on the FX thread once the container has been removed from here */
    ContainerHead(Shell shell, ContainerModel container, Runnable back, Runnable onRemoved) {
        this.shell = shell;
        this.does = new ContainerActions(shell.desk().engine().client(), shell.desk().jobs());
        this.container = container;
        this.onRemoved = onRemoved;
        getStyleClass().add("container-head");
        setAlignment(Pos.CENTER_LEFT);
        Button leave = Buttons.icon(Feather.ARROW_LEFT, TEXTS.get("back"), back);
        leave.setId("container-back");
        name.setId("container-name");
        name.getStyleClass().add(Styles.TITLE_2);
        state.setId("container-state");
        image.getStyleClass().add(Styles.TEXT_MUTED);
        HBox second = new HBox(mark, state, image);
        second.getStyleClass().add("container-facts");
        second.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(name, second);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.getStyleClass().add("container-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(leave, words, actions);
        scope.add(Screen.show(container.glance(), this::render));
    }

    private void render(ContainerGlance glance) {
        name.setText(container.name());
        String words = glance.presence() == Presence.GONE ? TEXTS.get("state.gone") : words(glance.state());
        state.setText(words);
        mark.show(kind(glance.state()));
        ContainerSummary summary = glance.summary();
        image.setText(summary == null ? "" : summary.image());
        List<Node> buttons = new ArrayList<>();
        for (ContainerAction action : OFFERED) {
            if (action.appliesTo(glance.state()) && (action != ContainerAction.RESTART || glance.up())) {
                buttons.add(button(action));
            }
        }
        if (glance.presence() == Presence.THERE) {
            Button remove = Buttons.icon(Feather.TRASH_2, TEXTS.get("action.remove"), this::remove);
            remove.setId("container-remove");
            buttons.add(remove);
        }
        actions.getChildren().setAll(buttons);
    }

    private static String words(String state) {
        return STATES.contains(state) ? TEXTS.get("state." + state) : state;
    }

    private static StateMark.Kind kind(String state) {
        return switch (state) {
            case "running" -> StateMark.Kind.ON;
            case "paused" -> StateMark.Kind.PAUSED;
            case "restarting", "removing" -> StateMark.Kind.BUSY;
            case "dead" -> StateMark.Kind.TROUBLE;
            default -> StateMark.Kind.OFF;
        };
    }

    private Button button(ContainerAction action) {
        String text = TEXTS.get("action." + action.key());
        Runnable run = () -> follow(does.run(action, List.of(target())), () -> {
        });
        Button button = switch (action) {
            case START, UNPAUSE -> Buttons.primary(Feather.PLAY, text, run);
            case STOP -> Buttons.of(Feather.SQUARE, text, run);
            case RESTART -> Buttons.icon(Feather.ROTATE_CW, text, run);
            case PAUSE -> Buttons.icon(Feather.PAUSE, text, run);
            case KILL -> throw new IllegalArgumentException(action + " has no button here");
        };
        button.setId("container-" + action.key());
        return button;
    }

    private void remove() {
        String hint = container.glance().get().up() ? "remove.hint.running" : "remove.hint";
        shell.ask(new Question(TEXTS.get("remove.question", container.name()), TEXTS.get(hint),
                TEXTS.get("action.remove"), true), () -> follow(does.remove(List.of(target()), false), onRemoved));
    }

    private ContainerActions.Target target() {
        return new ContainerActions.Target(container.id(), container.name(), container.glance().get().state());
    }

    private void follow(Job job, Runnable onDone) {
        scope.add(Screen.show(job.state(), now -> {
            actions.setDisable(!now.ended());
            if (now instanceof Job.Done) {
                onDone.run();
            }
        }));
    }

    @Override
    public void close() {
        scope.close();
    }
}
