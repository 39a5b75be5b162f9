// Why the machine failed.
package dev.wherry.app.window.machine;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.NoticeBar;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.machine.MachineStatus.Failure;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Cause, remedy and the last lines of the console; nothing while all is well. */
final class FailurePane extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(FailurePane.class);
    private static final int LINES = 12;

    private final Shell shell;
    private final Subscription subscription;
    private @Nullable Failure shown;

    FailurePane(Shell shell, MachineModel model) {
        this.shell = shell;
        getStyleClass().add("failure-pane");
        render(model.machine().get());
        subscription = Screen.show(model.machine(), this::render);
    }

    private void render(MachineView view) {
        Failure failure = view.report().failure();
        setVisible(failure != null);
        setManaged(failure != null);
        if (failure == null) {
            getChildren().clear();
        } else if (!failure.equals(shown)) {
            show(failure);
        }
        shown = failure;
    }

    private void show(Failure failure) {
        String console = String.join("\n", failure.console());
        String all = String.join("\n", failure.message(), failure.remedy(), "", console);
        getChildren().setAll(NoticeBar.trouble("machine-failure", failure.message(), failure.remedy(),
                Buttons.of(Feather.COPY, TEXTS.get("copy"), () -> shell.copy(all)),
                Buttons.of(Feather.ACTIVITY, TEXTS.get("check"), () -> shell.open(Place.of(PageKind.PROBLEMS)))));
        if (!console.isBlank()) {
            Label title = new Label(TEXTS.get("console"));
            title.getStyleClass().add(Styles.TEXT_MUTED);
            TextArea text = new TextArea(console);
            text.setId("machine-console");
            text.setEditable(false);
            text.setPrefRowCount(Math.min(LINES, failure.console().size()));
            text.getStyleClass().add("console");
            title.setLabelFor(text);
            getChildren().addAll(title, text);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
