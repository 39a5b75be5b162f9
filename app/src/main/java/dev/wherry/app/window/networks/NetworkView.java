// All that the engine knows of one network.
package dev.wherry.app.window.networks;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.ListAndDetail;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.Sheets;
import org.kordamp.ikonli.feather.Feather;

/** The engine's answer, as it came. */
final class NetworkView implements ListAndDetail.Detail {

    private static final Texts TEXTS = Texts.of(NetworkView.class);

    private final PageFrame frame;
    private final Scope scope = new Scope();

    /** @param network its id */
    NetworkView(Shell shell, NetworksModel model, String network) {
        TextArea text = new TextArea();
        text.setId("network-json");
        text.setEditable(false);
        text.setAccessibleText(TEXTS.get("inspect"));
        text.getStyleClass().add("mono");
        String name = shell.desk().engine().networks().get().items().stream()
                .filter(known -> known.id().equals(network)).findFirst().map(known -> known.name()).orElse(network);
        EngineGate gate = new EngineGate(shell.desk(), text);
        scope.add(gate);
        frame = new PageFrame(name, gate, gate.guard("network-copy",
                Buttons.of(Feather.COPY, TEXTS.get("copy"), () -> shell.copy(text.getText()))));
        frame.back(TEXTS.get("back"), () -> shell.open(Place.of(PageKind.NETWORKS)));
        Sheets.dress(frame, Sheets.class);
        scope.add(model.inspect(network, json -> Platform.runLater(() -> text.setText(json)))::cancel);
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void close() {
        scope.close();
    }
}
