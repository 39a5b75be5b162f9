// One self-check on the page.
package dev.wherry.app.window.problems;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.engine.doctor.Finding;
import dev.wherry.engine.doctor.Outcome;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The outcome by sign and word, the cause, and what to do. */
final class CheckLine extends HBox {

    private static final Texts TEXTS = Texts.of(CheckLine.class);

    private final Shell shell;
    private final ProblemsModel model;

    CheckLine(CheckRow row, Shell shell, ProblemsModel model) {
        this.shell = shell;
        this.model = model;
        setId("check-" + row.id());
        getStyleClass().add("check");
        Finding finding = row.finding();
        if (finding == null) {
            show("running", Feather.LOADER, TEXTS.get("running"), row.title());
        } else {
            show(finding.outcome().name().toLowerCase(Locale.ROOT), icon(finding.outcome()),
                    TEXTS.get("outcome." + finding.outcome()), row.title());
            tell(row, finding);
        }
    }

    private static Feather icon(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case FAILED -> Feather.X_CIRCLE;
            case SKIPPED -> Feather.MINUS_CIRCLE;
        };
    }

    private void show(String style, Feather icon, String word, String name) {
        getStyleClass().add(style);
        Label outcome = new Label(word, new FontIcon(icon));
        outcome.getStyleClass().add("outcome");
        Label title = new Label(name);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setWrapText(true);
        VBox words = new VBox(title);
        words.getStyleClass().add("check-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(outcome, words);
    }

    private void tell(CheckRow row, Finding finding) {
        VBox words = (VBox) getChildren().getLast();
        words.getChildren().add(wrapped(finding.cause(), Styles.TEXT_MUTED));
        if (!row.fixed().isEmpty()) {
            words.getChildren().add(wrapped(TEXTS.get("fixed", row.fixed()), Styles.SUCCESS));
        }
        if (!finding.fix().isBlank()) {
            words.getChildren().add(wrapped(finding.fix(), "check-fix"));
            getChildren().add(Buttons.icon(Feather.COPY, TEXTS.get("copy", finding.title()),
                    () -> shell.copy((finding.title() + "\n" + finding.cause() + "\n" + finding.fix()).strip())));
        }
        if (finding.automatic() != null) {
            Button fix = Buttons.of(Feather.TOOL, TEXTS.get("fix"), () -> model.fix(row));
            fix.setId("fix-" + row.id());
            fix.setMinWidth(USE_PREF_SIZE);
            fix.setAccessibleText(TEXTS.get("job.fix", row.title()));
            getChildren().add(fix);
        }
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
