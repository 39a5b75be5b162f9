// What a build says.
package dev.wherry.app.window.images;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import dev.wherry.app.model.Job;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.DialogBox;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Sheets;
import org.kordamp.ikonli.feather.Feather;

/** Shows the log of a build under way, or of one that has ended. It may be closed; the build goes on. */
final class BuildLogBox {

    private static final Texts TEXTS = Texts.of(BuildLogBox.class);
    private static final double WIDTH = 760;
    private static final double HEIGHT = 380;

    private final Label status = new Label();
    private final Button cancel;
    private final Button close;

    private BuildLogBox(Shell shell, Build build) {
        LogList log = new LogList("build-log", TEXTS.get("build.log"), build.log());
        log.setPrefHeight(HEIGHT);
        VBox.setVgrow(log, Priority.ALWAYS);
        status.setId("build-status");
        status.setWrapText(true);
        status.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(log.follow(), gap,
                Buttons.of(Feather.COPY, TEXTS.get("log.copy"), () -> shell.copy(build.log().text())));
        foot.getStyleClass().add("form-line");
        VBox body = new VBox(status, log, foot);
        body.getStyleClass().add("form-rows");
        DialogBox box = new DialogBox(build.job().title(), WIDTH, body);
        Sheets.dress(box, BuildLogBox.class);
        cancel = box.danger("build-cancel", TEXTS.get("build.cancel"), build.job()::cancel);
        close = box.cancel("build-close", TEXTS.get("build.hide"), shell::closeDialog);
        Scope scope = new Scope();
        scope.add(log);
        scope.add(Screen.show(build.job().state(), this::render));
        shell.dialog(box.onClosed(scope::close).focus(close));
    }

    static void show(Shell shell, Build build) {
        new BuildLogBox(shell, build);
    }

    private void render(Job.State state) {
        status.setText(switch (state) {
            case Job.Running running -> TEXTS.get("build.running");
            case Job.Done done -> TEXTS.get("build.done");
            case Job.Cancelled cancelled -> TEXTS.get("build.cancelled");
            case Job.Failed failed -> TEXTS.get("build.failed", failed.failure().cause());
        });
        cancel.setVisible(!state.ended());
        cancel.setManaged(!state.ended());
        close.setText(TEXTS.get(state.ended() ? "close" : "build.hide"));
    }
}
