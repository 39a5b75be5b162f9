// The dialog of a pull or a push.
package dev.wherry.app.window.images;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.DialogBox;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Sheets;
import dev.wherry.engine.docker.TransferProgress;

/** Shows how far each layer is. It may be closed; the transfer goes on. */
final class TransferBox {

    private static final Texts TEXTS = Texts.of(TransferBox.class);
    private static final double WIDTH = 620;
    private static final double HEIGHT = 200;

    private final ProgressBar whole = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label remark = new Label();
    private final VBox layers = new VBox();
    private final Map<String, LayerRow> rows = new HashMap<>();
    private final Scope scope = new Scope();
    private final Transfer transfer;
    private final Button cancel;
    private final Button close;

    private TransferBox(Shell shell, Transfer transfer) {
        this.transfer = transfer;
        whole.setMaxWidth(Double.MAX_VALUE);
        whole.setAccessibleText(transfer.job().title());
        remark.getStyleClass().add(Styles.TEXT_MUTED);
        remark.setWrapText(true);
        remark.setId("transfer-remark");
        layers.getStyleClass().add("layers");
        layers.setId("transfer-layers");
        ScrollPane scroll = new ScrollPane(layers);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.getStyleClass().add("form-scroll");
        VBox body = new VBox(whole, scroll, remark);
        body.getStyleClass().add("form-rows");
        DialogBox box = new DialogBox(transfer.job().title(), WIDTH, body);
        Sheets.dress(box, TransferBox.class);
        cancel = box.danger("transfer-cancel", TEXTS.get("transfer.cancel"), transfer.job()::cancel);
        close = box.cancel("transfer-close", TEXTS.get("transfer.hide"), shell::closeDialog);
        scope.add(Screen.show(transfer.progress(), this::render));
        scope.add(Screen.show(transfer.job().state(), this::render));
        shell.dialog(box.onClosed(scope::close).focus(close));
    }

    static void show(Shell shell, Transfer transfer) {
        new TransferBox(shell, transfer);
    }

    private void render(TransferProgress progress) {
        for (TransferProgress.Layer layer : progress.layers()) {
            rows.computeIfAbsent(layer.id(), id -> {
                LayerRow row = new LayerRow(id);
                layers.getChildren().add(row);
                return row;
            }).show(layer);
        }
        if (!transfer.job().state().get().ended()) {
            remark.setText(progress.remark());
        }
    }

    private void render(Job.State state) {
        switch (state) {
            case Job.Running running -> whole.setProgress(running.fraction());
            case Job.Done done -> end(1, TEXTS.get("transfer.done"));
            case Job.Cancelled cancelled -> end(0, TEXTS.get("transfer.cancelled"));
            case Job.Failed failed -> end(0, failed.failure().cause());
        }
    }

    private void end(double fraction, String text) {
        whole.setProgress(fraction);
        remark.setText(text);
        cancel.setVisible(false);
        cancel.setManaged(false);
        close.setText(TEXTS.get("close"));
    }
}
