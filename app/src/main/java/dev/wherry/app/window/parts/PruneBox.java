// Asks what to prune.
package dev.wherry.app.window.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;

/** Offers several ways of pruning, each with what it would free. */
public final class PruneBox {

    /**
     * A way of pruning.
     *
     * @param text what goes
     * @param hint what is lost by it
     */
    public record Way(String text, String hint) {
    }

    private static final Texts TEXTS = Texts.of(PruneBox.class);
    private static final double WIDTH = 520;

    private final ToggleGroup group = new ToggleGroup();
    private final List<Label> amounts = new ArrayList<>();

    private PruneBox() {
    }

    /** Shows the dialog; {@code prune} hears the number of the chosen way. */
    public static void show(Shell shell, String title, PruneModel model, List<Way> ways, IntConsumer prune) {
        shell.dialog(new PruneBox().box(shell, title, model, ways, prune));
    }

    private Region box(Shell shell, String title, PruneModel model, List<Way> ways, IntConsumer prune) {
        VBox body = new VBox();
        body.getStyleClass().add("form-fields");
        ways.forEach(way -> body.getChildren().add(row(way)));
        group.selectToggle(group.getToggles().getFirst());
        DialogBox box = new DialogBox(title, WIDTH, body);
        box.cancel("prune-no", TEXTS.get("cancel"), shell::closeDialog);
        box.danger("prune-yes", TEXTS.get("prune"), () -> {
            int chosen = group.getToggles().indexOf(group.getSelectedToggle());
            shell.closeDialog();
            prune.accept(chosen);
        });
        var counting = Screen.show(model.estimates(), this::render);
        return box.onClosed(() -> {
            counting.close();
            model.close();
        }).focus((Node) group.getSelectedToggle());
    }

    private VBox row(Way way) {
        RadioButton button = new RadioButton(way.text());
        button.setId("prune-" + amounts.size());
        button.setToggleGroup(group);
        Label hint = new Label(way.hint());
        hint.setWrapText(true);
        Label amount = new Label();
        amounts.add(amount);
        List.of(hint, amount).forEach(label -> label.getStyleClass().addAll(Styles.TEXT_MUTED, "prune-hint"));
        VBox row = new VBox(button, hint, amount);
        row.getStyleClass().add("form-field");
        return row;
    }

    private void render(List<Long> estimates) {
        for (int i = 0; i < amounts.size(); i++) {
            amounts.get(i).setText(i < estimates.size()
                    ? TEXTS.get("prune.frees", Amounts.bytes(estimates.get(i)))
                    : TEXTS.get("prune.counting"));
        }
    }
}
