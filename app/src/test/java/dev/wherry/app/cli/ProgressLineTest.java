// What progress looks like, on terminals of any width and on none.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

import dev.wherry.engine.agent.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

    private static final String TEXT = "Starting the container engine";

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "80|[============            ] Starting the container engine",
            "39|[===   ] Starting the container engine",
            "38|Starting the container engine",
            "20|Starting the contai",
            "1|"})
    void theBarShrinksThenVanishesAndTheTextIsCut(int columns, String line) {
        assertThat(new ProgressBar(columns, false).draw(0.5, TEXT)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 20, 33, 39, 40, 80, 300})
    void aLineNeverFillsTheTerminalsLastColumn(int columns) {
        for (double fraction = 0; fraction <= 1; fraction += 0.125) {
            String visible = new ProgressBar(columns, true).draw(fraction, TEXT).replaceAll("\\033\\[[0-9]+m", "");
            assertThat(visible.length()).isLessThan(columns);
        }
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndWipedInTheEnd() {
        try (ProgressLine line = new ProgressLine(out, new ProgressBar(39, false))) {
            line.show(new Progress("engine", 0.5, TEXT));
            line.show(new Progress("engine", 0.5, TEXT));
            line.show(new Progress("engine", 1, TEXT));
        }
        assertThat(written).hasToString("\r\033[K[===   ] " + TEXT + "\r\033[K[======] " + TEXT + "\r\033[K");
    }

    @Test
    void elsewhereEachStageIsALineOfPlainText() {
        try (ProgressLine line = new ProgressLine(out, null)) {
            line.show(new Progress("boot", 0.1, "Booting Linux"));
            line.show(new Progress("boot", 0.2, "Booting Linux"));
            line.show(new Progress("engine", 0.5, TEXT));
            line.note("Running.");
        }
        assertThat(written.toString().lines()).containsExactly("Booting Linux ...", TEXT + " ...", "Running.");
        assertThat(written.toString()).doesNotContain("\033").doesNotContain("\r");
    }

    @Test
    void quietIsQuiet() {
        try (ProgressLine line = new ProgressLine(null, null)) {
            line.show(new Progress("boot", 0.1, "Booting Linux"));
            line.note("Running.");
        }
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void theEnvironmentDecidesOnColourWidthAndMovement() {
        assertThat(ProgressOptions.bar(true, Map.of("COLUMNS", "33"))).isEqualTo(new ProgressBar(33, true));
        assertThat(ProgressOptions.bar(true, Map.of("COLUMNS", "33", "NO_COLOR", "")))
                .isEqualTo(new ProgressBar(33, true));
        assertThat(ProgressOptions.bar(true, Map.of("COLUMNS", "33", "NO_COLOR", "1")))
                .isEqualTo(new ProgressBar(33, false));
        assertThat(ProgressOptions.bar(true, Map.of("COLUMNS", "33", "TERM", "dumb"))).isNull();
        assertThat(ProgressOptions.bar(false, Map.of())).isNull();
    }
}
