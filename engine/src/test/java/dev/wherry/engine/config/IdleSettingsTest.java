// What may be said about a machine that nobody uses, and what holds where nothing is said.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdleSettingsTest {

    private static final Path FILE = Path.of("wherry.yaml");

    @Test
    void nothingHappensUnlessItIsAskedFor() throws Exception {
        assertThat(read("").pauseAfter()).isEmpty();
        assertThat(read("idle:\n  # pause_after: 10m\n").pauseAfter()).isEmpty();
        assertThat(read("idle:\n  pause_after: off\n").pauseAfter()).isEmpty();
        assertThat(read("idle:\n  pause_after: 10m\n").stopAfter()).isEmpty();
        assertThat(read("idle:\n  stop_after: off\n").stopAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10s, PT10S", "10m, PT10M", "2h, PT2H"})
    void aTimeIsANumberWithAUnit(String text, Duration time) throws Exception {
        assertThat(read("idle:\n  pause_after: " + text + "\n").pauseAfter()).contains(time);
        assertThat(read("idle:\n  stop_after: " + text + "\n").stopAfter()).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause_after: 10", "pause_after: 9s", "pause_after: soon", "pause_after: on",
            "pause_after: -5m", "pause: 10m", "stop_after: 5s"})
    void whatIsNoTimeIsRefusedWithItsLine(String entry) {
        assertThatThrownBy(() -> read("cpus: 2\nidle: {" + entry + "}\n")).isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("line 2", "idle",
                        "pause_after and stop_after (off, or a time from 10s, such as 10m)");
    }

    @Test
    void itCanBeSetByItsPath() throws Exception {
        KeyPath pause = KeyPath.parse("idle.pause_after");
        assertThat(ConfigDocument.parse(FILE, "").with(pause, "10m").text()).isEqualTo("idle:\n  pause_after: 10m\n");
        assertThat(ConfigDocument.parse(FILE, "").with(pause, "off").text())
                .isEqualTo("idle:\n  pause_after: off\n");
    }

    private static IdleSettings read(String text) throws ConfigException {
        return Settings.resolve(ConfigDocument.parse(FILE, text), new Defaults(4, DataSize.ofGiB(8)), Overrides.NONE)
                .idle();
    }
}
