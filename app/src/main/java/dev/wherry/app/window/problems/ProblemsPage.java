// The page with the self-checks.
package dev.wherry.app.window.problems;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Page;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.Sheets;
import dev.wherry.engine.doctor.Outcome;
import org.kordamp.ikonli.feather.Feather;

/** A line for each check, made whenever the page comes into view. */
public final class ProblemsPage implements Page {

    private static final Texts TEXTS = Texts.of(ProblemsPage.class);

    private final Shell shell;
    private final ProblemsModel model;
    private final Map<CheckRow, Node> lines = new HashMap<>();
    private final VBox list = new VBox();
    private final Label summary = new Label();
    private final Label looked = new Label();
    private final Button again;
    private final PageFrame frame;
    private final Scope scope = new Scope();

    /** The problems page of {@code shell}; {@code model} may outlive it. */
    public ProblemsPage(Shell shell, ProblemsModel model) {
        this.shell = shell;
        this.model = model;
        list.getStyleClass().add("checks");
        summary.setId("problems-summary");
        summary.getStyleClass().add(Styles.TEXT_MUTED);
        looked.setId("problems-updates");
        looked.getStyleClass().addAll(Styles.TEXT_MUTED, "looked");
        looked.setWrapText(true);
        again = Buttons.primary(Feather.ROTATE_CW, TEXTS.get("again"), model::examine);
        again.setId("problems-again");
        ScrollPane scroll = new ScrollPane(new VBox(summary, list, looked));
        scroll.setFitToWidth(true);
        frame = new PageFrame(TEXTS.get("problems"), scroll,
                Buttons.of(Feather.COPY, TEXTS.get("copy.all"), () -> shell.copy(model.text())),
                Buttons.of(Feather.FOLDER, TEXTS.get("logs"), model::openLogs),
                Buttons.of(Feather.ARCHIVE, TEXTS.get("save"), this::save), again);
        Sheets.dress(frame, ProblemsPage.class);
        scope.add(Screen.show(model.rows(), this::render));
        scope.add(Screen.show(model.lookedForUpdates(), looked::setText));
        scope.add(Screen.show(model.busy(), busy -> {
            again.setDisable(busy);
            summarise();
        }));
    }

    private void render(List<CheckRow> rows) {
        lines.keySet().retainAll(rows);
        List<Node> shown = new ArrayList<>();
        for (CheckRow row : rows) {
            shown.add(lines.computeIfAbsent(row, made -> new CheckLine(made, shell, model)));
        }
        if (!list.getChildren().equals(shown)) {
            list.getChildren().setAll(shown);
        }
        summarise();
    }

    private void summarise() {
        summary.setText(model.busy().get()
                ? TEXTS.get("running")
                : TEXTS.get("summary", model.count(Outcome.PASSED), model.count(Outcome.WARNING),
                        model.count(Outcome.FAILED), model.count(Outcome.SKIPPED)));
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("save"));
        chooser.setInitialFileName("wherry-diagnose.zip");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("zip", "*.zip"));
        File chosen = chooser.showSaveDialog(shell.owner());
        if (chosen != null) {
            model.save(chosen.toPath());
        }
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void show(Place place) {
        model.examine();
    }

    @Override
    public void close() {
        scope.close();
    }
}
