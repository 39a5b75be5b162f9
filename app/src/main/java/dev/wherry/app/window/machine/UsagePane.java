// What the machine uses against what it has.
package dev.wherry.app.window.machine;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.agent.MachineReport;
import org.jspecify.annotations.Nullable;

/** A bar each for processors, memory and disk, with the figures in words. */
final class UsagePane extends GridPane implements Subscription {

    private static final Texts TEXTS = Texts.of(UsagePane.class);
    /** From here on there is little left. */
    private static final double HIGH = 0.9;

    private final MachineModel model;
    private final Meter cpu = new Meter(0, "cpu");
    private final Meter memory = new Meter(1, "memory");
    private final Meter disk = new Meter(2, "disk");
    private final Scope scope = new Scope();

    UsagePane(MachineModel model) {
        this.model = model;
        getStyleClass().add("usage");
        scope.add(Screen.show(model.usage(), usage -> render()));
        scope.add(Screen.show(model.disk(), file -> render()));
        scope.add(Screen.show(model.machine(), view -> render()));
    }

    private void render() {
        Usage usage = model.usage().get();
        GuestSample sample = usage.sample();
        MachineReport.@Nullable Vm vm = model.machine().get().report().vm();
        cpu.show(usage.cpu(), vm == null
                ? ""
                : usage.cpu().isPresent()
                        ? TEXTS.get("cpu.used", Amounts.percent(usage.cpu().getAsDouble()), vm.cpus())
                        : TEXTS.get("cpu.all", vm.cpus()));
        memory.show(sample == null ? OptionalDouble.empty() : OptionalDouble.of(sample.memory().fraction()),
                sample == null ? "" : words("used", sample.memory()));
        disk.show(sample == null ? OptionalDouble.empty() : OptionalDouble.of(sample.disk().fraction()),
                sample == null ? onHost("") : onHost(words("used", sample.disk())));
    }

    private static String words(String key, GuestSample.Share share) {
        return TEXTS.get(key, Amounts.bytes(share.used()), Amounts.bytes(share.total()));
    }

    private String onHost(String inside) {
        DiskFile file = model.disk().get();
        OptionalLong allocated = file.allocated();
        if (file.size() == 0 || allocated.isEmpty()) {
            return inside;
        }
        String host = TEXTS.get("disk.host", Amounts.bytes(allocated.getAsLong()));
        return inside.isEmpty() ? host : inside + " · " + host;
    }

    /** One line of the grid. */
    private final class Meter {

        private final ProgressBar bar = new ProgressBar(0);
        private final Label words = new Label();

        Meter(int row, String key) {
            Label title = new Label(TEXTS.get(key));
            title.getStyleClass().add(Styles.TEXT_BOLD);
            title.setMinWidth(USE_PREF_SIZE);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(title.getText());
            words.setId("usage-" + key);
            words.getStyleClass().add(Styles.TEXT_MUTED);
            words.setWrapText(true);
            setHgrow(bar, Priority.ALWAYS);
            add(title, 0, row * 2);
            add(bar, 1, row * 2);
            add(words, 1, row * 2 + 1);
        }

        void show(OptionalDouble fraction, String text) {
            double value = fraction.orElse(0);
            bar.setProgress(value);
            bar.getStyleClass().remove("high");
            if (value >= HIGH) {
                bar.getStyleClass().add("high");
            }
            words.setText(text.isEmpty() ? TEXTS.get("unknown") : text);
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
