// What is seen while a machine starts for a command.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

import dev.wherry.engine.agent.Progress;
import org.junit.jupiter.api.Test;

class StartLineTest {

    private static final Map<String, String> PLAIN = Map.of("COLUMNS", "39", "NO_COLOR", "1");

    private final StringWriter written = new StringWriter();

    private ProgressLine on(boolean terminal) {
        return StartLine.on(terminal, new PrintWriter(written), PLAIN);
    }

    private static void boot(StartLine line) {
        line.show(new Progress("boot", 0.5, "Booting Linux"));
    }

    @Test
    void onATerminalItIsWhatUpShowsAndIsGoneWhenTheCommandBegins() {
        try (StartLine line = new StartLine(() -> on(true))) {
            boot(line);
        }
        StringWriter ofUp = new StringWriter();
        try (ProgressLine line = new ProgressLine(new PrintWriter(ofUp), ProgressOptions.bar(true, PLAIN))) {
            line.show(new Progress("boot", 0.5, "Booting Linux"));
        }
        assertThat(written).hasToString(ofUp.toString());
        assertThat(written.toString()).contains("Booting Linux").endsWith("\r\033[K");
    }

    @Test
    void whereStandardErrorIsNoTerminalNothingIsMixedIntoIt() {
        try (StartLine line = new StartLine(() -> on(false))) {
            boot(line);
        }
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void aCommandWhoseMachineRunsAsksTheTerminalForNothing() {
        new StartLine(() -> {
            throw new AssertionError("the terminal was looked at");
        }).close();
        assertThat(written.toString()).isEmpty();
    }
}
