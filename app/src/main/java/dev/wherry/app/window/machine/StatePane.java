// What the machine is doing, at the top of its page.
package dev.wherry.app.window.machine;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.watch.StageStep;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.StageList;
import dev.wherry.app.window.parts.StateMark;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineState;
import org.kordamp.ikonli.feather.Feather;

/** The state in words, the commands that make sense in it, and the steps of a start. */
final class StatePane extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(StatePane.class);
    private static final Map<Verb, Feather> ICONS = Map.of(Verb.START, Feather.PLAY, Verb.STOP, Feather.SQUARE,
            Verb.RESTART, Feather.ROTATE_CW, Verb.PAUSE, Feather.PAUSE, Verb.RESUME, Feather.PLAY);

    private final StateMark mark = new StateMark();
    private final Label state = new Label();
    private final Label since = new Label();
    private final Map<Verb, Button> buttons = new EnumMap<>(Verb.class);
    private final StageList stages = new StageList();
    private final ProgressBar bar = new ProgressBar();
    private final VBox start = new VBox(bar, stages);
    private final Scope scope = new Scope();

    StatePane(MachineModel model) {
        state.getStyleClass().add(Styles.TITLE_3);
        state.setId("machine-state-words");
        since.getStyleClass().add(Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(mark, state, since, gap);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("state-line");
        for (Verb verb : List.of(Verb.START, Verb.RESUME, Verb.PAUSE, Verb.RESTART, Verb.STOP)) {
            Button button = Buttons.of(ICONS.getOrDefault(verb, Feather.PLAY), TEXTS.get("verb." + verb.key()),
                    () -> model.act(verb));
            button.setId("verb-" + verb.key());
            button.setMinWidth(USE_PREF_SIZE);
            if (verb == Verb.START || verb == Verb.RESUME) {
                button.getStyleClass().add(Styles.ACCENT);
            }
            buttons.put(verb, button);
            line.getChildren().add(button);
        }
        bar.setMaxWidth(Double.MAX_VALUE);
        start.setId("machine-steps");
        start.getStyleClass().add("start");
        getStyleClass().add("state-pane");
        getChildren().addAll(line, start);
        scope.add(Screen.show(model.machine(), this::render));
        scope.add(Screen.show(model.usage(), usage -> render(model.machine().get(), usage.uptime())));
    }

    private void render(MachineView view) {
        MachineReport report = view.report();
        boolean lost = view.lost() != null;
        mark.show(StateMark.Kind.of(view));
        state.setText(TEXTS.get(lost ? "state.LOST" : "state." + report.state()));
        Set<Verb> verbs = Verb.of(view);
        buttons.forEach((verb, button) -> showIf(button, verbs.contains(verb)));
        boolean starting = StageStep.concerns(report);
        showIf(start, starting);
        showIf(bar, report.state() == MachineState.STARTING);
        if (starting) {
            stages.show(StageStep.of(report));
            bar.setProgress(report.fraction());
            bar.setAccessibleText(state.getText() + ", " + Amounts.percent(report.fraction()));
        }
    }

    private void render(MachineView view, Duration uptime) {
        boolean known = view.state() == MachineState.RUNNING && uptime.isPositive();
        since.setText(known ? TEXTS.get("uptime", Amounts.duration(uptime)) : "");
    }

    private static void showIf(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    @Override
    public void close() {
        scope.close();
    }
}
