// What the machine is made of.
package dev.wherry.app.window.machine;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.release.Release;
import dev.wherry.app.settings.EngineUrl;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.EngineVersion;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Versions, the accelerator with its reason, where docker clients find the engine, and what is shared. */
final class FactsPane extends GridPane implements Subscription {

    private static final Texts TEXTS = Texts.of(FactsPane.class);

    private final Label image = value("image");
    private final Label engine = value("engine");
    private final Label kernel = value("kernel");
    private final Label accelerator = value("accelerator");
    private final Label shares = value("shares");
    private final Scope scope = new Scope();
    private int rows;

    FactsPane(Shell shell, MachineModel model) {
        getStyleClass().add("facts");
        Label wherry = value("wherry");
        wherry.setText(Release.number());
        line("wherry", wherry);
        line("image", image);
        line("engine", engine);
        line("kernel", kernel);
        line("accelerator", accelerator);
        String host = EngineUrl.of(shell.desk().files().engineSocket());
        Label socket = value("socket");
        socket.setText(host);
        HBox.setHgrow(socket, Priority.ALWAYS);
        HBox both = new HBox(socket, Buttons.icon(Feather.COPY, TEXTS.get("copy.socket"), () -> shell.copy(host)));
        line("socket", both);
        line("shares", shares);
        scope.add(Screen.show(model.machine(), this::render));
        scope.add(Screen.show(model.engine(), this::render));
    }

    private static Label value(String key) {
        Label label = new Label();
        label.setId("fact-" + key);
        label.setWrapText(true);
        return label;
    }

    private void line(String key, Node value) {
        Label title = new Label(TEXTS.get("fact." + key));
        title.getStyleClass().add(Styles.TEXT_MUTED);
        title.setMinWidth(USE_PREF_SIZE);
        setValignment(title, VPos.TOP);
        setHgrow(value, Priority.ALWAYS);
        addRow(rows++, title, value);
    }

    private void render(MachineView view) {
        MachineReport.@Nullable Vm vm = view.report().vm();
        String shared = view.report().shares().stream().map(FactsPane::words).collect(Collectors.joining("\n"));
        shares.setText(vm == null ? TEXTS.get("unknown") : shared.isEmpty() ? TEXTS.get("shares.none") : shared);
        image.setText(vm == null ? TEXTS.get("unknown") : vm.image());
        accelerator.setText(vm == null ? TEXTS.get("unknown") : TEXTS.get("because", vm.accelerator(), vm.reason()));
    }

    private static String words(MachineReport.Share share) {
        String folder = share.readOnly() ? TEXTS.get("share.readonly", share.folder()) : share.folder();
        return share.problem() == null ? folder : folder + "  ⚠ " + share.problem();
    }

    private void render(Optional<EngineVersion> version) {
        engine.setText(version.map(told -> TEXTS.get("engine.version", told.version(), told.apiVersion().toString()))
                .orElse(TEXTS.get("unknown")));
        kernel.setText(version.map(told -> "Linux " + told.kernel()).orElse(TEXTS.get("unknown")));
    }

    @Override
    public void close() {
        scope.close();
    }
}
