// Since when containers are as they are.
package dev.wherry.app.window.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.docker.ContainerSummary;
import org.junit.jupiter.api.Test;

class BeginningsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant CREATED = Instant.parse("2026-05-01T00:00:00Z");

    private final Beginnings beginnings = new Beginnings();

    @Test
    void aRunningContainerBeganWhenItWasStarted() {
        assertThat(since(NOON, "Up 5 minutes")).isEqualTo(NOON.minus(Duration.ofMinutes(5)));
    }

    @Test
    void aContainerThatNeverRanBeganWhenItWasCreated() {
        assertThat(since(NOON, "Created")).isEqualTo(CREATED);
    }

    @Test
    void anExactTimeIsNotLostToACoarserOne() {
        Instant exact = since(NOON, "Up 7 seconds");
        Instant later = NOON.plus(Duration.ofMinutes(85));
        assertThat(since(later, "Up About an hour")).isEqualTo(exact);
    }

    @Test
    void aRestartBeginsAnew() {
        since(NOON, "Up 2 hours");
        Instant later = NOON.plus(Duration.ofMinutes(1));
        assertThat(since(later, "Up 3 seconds")).isEqualTo(later.minusSeconds(3));
    }

    private Instant since(Instant now, String status) {
        ContainerSummary container = new ContainerSummary("id", List.of("web"), "nginx", "sha256:0", "running", status,
                Map.of(), List.of(), List.of(), List.of(), List.of(), CREATED);
        return beginnings.at(now, List.of(container)).getOrDefault("id", Instant.EPOCH);
    }
}
