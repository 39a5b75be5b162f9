// Stands before everything that needs the engine.
package dev.wherry.app.window.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;
import org.kordamp.ikonli.feather.Feather;

/** Shows its content while the engine answers, and otherwise what the machine does and what can be done about it. */
public final class EngineGate extends StackPane implements Subscription {

    private static final Texts TEXTS = Texts.of(EngineGate.class);
    private static final double BAR = 260;

    private final Desk desk;
    private final Node content;
    private final Scope scope = new Scope();

    /** Before {@code content}, which needs the engine of {@code desk}. */
    public EngineGate(Desk desk, Node content) {
        this.desk = desk;
        this.content = content;
        scope.add(Screen.show(desk.machine(), this::render));
    }

    /** Lets {@code button} be pressed only while the engine answers. */
    public Button guard(String id, Button button) {
        button.setId(id);
        scope.add(Screen.show(desk.machine(), view -> button.setDisable(!view.engineAnswers())));
        return button;
    }

    private void render(MachineView view) {
        Node shown = view.engineAnswers() ? content : instead(view);
        if (!getChildren().equals(List.of(shown))) {
            getChildren().setAll(shown);
        }
    }

    private Node instead(MachineView view) {
        if (view.lost() != null) {
            return new EmptyState(Feather.CLOUD_OFF, TEXTS.get("lost"), TEXTS.get("lost.hint"));
        }
        return switch (view.state()) {
            case ABSENT, STOPPED -> new EmptyState(Feather.MOON, TEXTS.get("stopped"),
                    TEXTS.get(view.report().standsBy() ? "stopped.unused" : "stopped.hint"),
                    Buttons.primary(Feather.PLAY, TEXTS.get("start"), desk.actions()::start));
            case STARTING, RUNNING -> starting(view.report());
            case PAUSED -> new EmptyState(Feather.PAUSE, TEXTS.get("paused"),
                    TEXTS.get(view.report().stage() == null ? "paused.hint" : "paused.unused"),
                    Buttons.primary(Feather.PLAY, TEXTS.get("resume"), desk.actions()::resume));
            case STOPPING -> new EmptyState(Feather.POWER, TEXTS.get("stopping"), TEXTS.get("stopping.hint"));
            case FAILED -> new EmptyState(Feather.ALERT_TRIANGLE, TEXTS.get("failed"), reason(view.report()),
                    Buttons.primary(Feather.ROTATE_CW, TEXTS.get("again"), desk.actions()::start));
        };
    }

    private static Node starting(MachineReport report) {
        String stage = report.stage() == null ? "" : report.stage();
        ProgressBar bar = new ProgressBar(report.fraction());
        bar.setPrefWidth(BAR);
        bar.setAccessibleText(stage + ", " + Amounts.percent(report.fraction()));
        return new EmptyState(Feather.LOADER, TEXTS.get("starting"), stage, bar);
    }

    private static String reason(MachineReport report) {
        return report.failure() == null ? "" : report.failure().message() + "\n" + report.failure().remedy();
    }

    @Override
    public void close() {
        scope.close();
    }
}
