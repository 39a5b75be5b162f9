// Ages as the engine tells them.
package dev.wherry.app.window.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusAgeTest {

    @ParameterizedTest
    @CsvSource({
            "Up Less than a second, PT0S",
            "Up 1 second, PT1S",
            "Up 59 seconds (healthy), PT59S",
            "Up About a minute, PT1M",
            "Up 12 minutes (Paused), PT12M",
            "Exited (137) About an hour ago, PT1H",
            "Restarting (1) 47 hours ago, PT47H",
            "Exited (0) 3 days ago, PT72H",
            "Up 2 weeks, PT336H"})
    void theAgeIsReadFromTheStatus(String status, Duration age) {
        StatusAge read = StatusAge.in(status);
        assertThat(read).isNotNull();
        assertThat(read.age()).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Created", "Dead", ""})
    void aStatusWithoutAnAgeHasNone(String status) {
        assertThat(StatusAge.in(status)).isNull();
    }
}
