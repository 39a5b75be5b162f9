// One layer on its way.
package dev.wherry.app.window.images;

import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.TransferProgress;

/** The layer's id, what is being done with it, and how far that is. */
final class LayerRow extends HBox {

    private static final Texts TEXTS = Texts.of(LayerRow.class);
    private static final Set<String> KNOWN = Set.of("Pulling fs layer", "Waiting", "Downloading", "Verifying Checksum",
            "Download complete", "Extracting", "Pull complete", "Already exists", "Preparing", "Pushing", "Pushed",
            "Layer already exists");
    private static final double STATUS = 140;
    private static final double BAR = 170;

    private final Label status = new Label();
    private final Label amount = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    LayerRow(String id) {
        Label name = new Label(id);
        name.getStyleClass().add("mono");
        name.setMinWidth(USE_PREF_SIZE);
        status.setPrefWidth(STATUS);
        status.setMinWidth(STATUS);
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        amount.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        amount.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("layer");
        getChildren().addAll(name, status, bar, amount);
    }

    void show(TransferProgress.Layer layer) {
        String text = KNOWN.contains(layer.status())
                ? TEXTS.get("layer." + layer.status().replace(' ', '-'))
                : layer.status();
        status.setText(text);
        bar.setAccessibleText(text);
        bar.setProgress(layer.fraction());
        boolean counted = layer.total() > 0 && !layer.done();
        amount.setText(counted
                ? TEXTS.get("layer.amount", Amounts.bytes(layer.current()), Amounts.bytes(layer.total()))
                : "");
    }
}
