// What counts as sleep of the host.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class HostSleepTest {

    private static final Duration PACE = Duration.ofSeconds(3);

    private Instant wall = Instant.ofEpochSecond(1_800_000_000);
    private long nanos = -7;
    private final HostSleep sleep = new HostSleep(() -> wall, () -> nanos);

    @Test
    void clocksThatGoAlikeMeanNone() {
        pass(PACE, PACE);
        assertThat(sleep.hasHappened(PACE)).isFalse();
        pass(PACE.plusMillis(2_900), PACE.plusMillis(2_700));
        assertThat(sleep.hasHappened(PACE)).as("a computer that is busy").isFalse();
    }

    @Test
    void aMonotonicClockThatStoodStillMeansSleepOnce() {
        pass(Duration.ofHours(8), PACE);
        assertThat(sleep.hasHappened(PACE)).isTrue();
        pass(PACE, PACE);
        assertThat(sleep.hasHappened(PACE)).isFalse();
    }

    @Test
    void aWaitThatTookFarTooLongMeansSleep() {
        pass(Duration.ofHours(8), Duration.ofHours(8));
        assertThat(sleep.hasHappened(PACE)).isTrue();
    }

    @Test
    void aClockThatWasSetIsNoticedInBothDirections() {
        pass(PACE.plusSeconds(1), PACE);
        assertThat(sleep.hasHappened(PACE)).isTrue();
        pass(PACE.minusSeconds(60), PACE);
        assertThat(sleep.hasHappened(PACE)).isTrue();
    }

    @Test
    void whatHappenedBeforeARestartDoesNotCount() {
        pass(Duration.ofHours(8), PACE);
        sleep.restart();
        assertThat(sleep.hasHappened(Duration.ZERO)).isFalse();
    }

    private void pass(Duration onTheWall, Duration monotonic) {
        wall = wall.plus(onTheWall);
        nanos += monotonic.toNanos();
    }
}
