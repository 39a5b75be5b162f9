// What a container uses, as it is followed.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import dev.wherry.app.window.container.StatsHistory.Phase;
import dev.wherry.engine.docker.ContainerStats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatsModelTest extends ModelTest {

    private StatsModel stats;

    @BeforeEach
    void make() {
        machine.docker().tickByHand();
        stats = new StatsModel(containers(), model);
        scope.add(stats);
    }

    private int points() {
        return stats.history().get().points().size();
    }

    @Test
    void everyBeatAddsAPoint() {
        stats.resume();
        await().until(() -> tick() && points() > 0);
        StatsPoint point = stats.history().get().points().getFirst();
        assertThat(point.memory()).isPositive().isLessThan(point.memoryLimit());
        assertThat(point.cpu()).isBetween(0.0, 4.0);
        assertThat(point.received()).isPositive();
        await().until(() -> tick() && points() > 1);
    }

    // A beat before the stream is there is not heard.
    private boolean tick() {
        machine.docker().tick();
        return true;
    }

    @Test
    void nothingIsAskedWhileNobodyLooks() {
        stats.resume();
        await().until(() -> machine.docker().busy() > machine.docker().followers());
        stats.rest();
        await().until(() -> tick() && machine.docker().busy() == machine.docker().followers());
    }

    @Test
    void aContainerThatDoesNotRunHasNoFiguresUntilItStarts() throws Exception {
        web.exit(0);
        stats.resume();
        await().until(() -> tick() && stats.history().get().phase() == Phase.ENDED);
        containers().start(web.id());
        await().until(() -> tick() && stats.history().get().phase() == Phase.LIVE);
    }

    @Test
    void pointsOlderThanTheSpanAreForgotten() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        StatsHistory history = StatsHistory.NONE;
        for (int i = 0; i < 600; i++) {
            history = history.with(StatsPoint.between(at(now.plusSeconds(i), 0), at(now.plusSeconds(i), 0)));
        }
        assertThat(history.points()).hasSize(181);
        assertThat(Duration.between(history.points().getFirst().time(), history.points().getLast().time()))
                .isEqualTo(StatsHistory.SPAN);
    }

    @Test
    void ratesAreBytesASecondAndNeverNegative() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(StatsPoint.between(at(now, 1000), at(now.plusSeconds(2), 5000)).received()).isEqualTo(2000);
        assertThat(StatsPoint.between(at(now, 5000), at(now.plusSeconds(2), 0)).received()).isZero();
    }

    private static ContainerStats at(Instant time, long received) {
        return new ContainerStats(time, 0, 0, 0, 1, 0, 0, received, 0, 0, 0, 0);
    }
}
