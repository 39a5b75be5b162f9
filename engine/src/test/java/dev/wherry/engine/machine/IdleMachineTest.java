// When a machine that nobody uses is paused, and when not. The VM is a fake here; vm-tagged tests have a real one.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleMachineTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    /** Several times as long as it would take. */
    private static final Duration LONG = Duration.ofMillis(600);
    private static final EngineUse NONE = new EngineUse(OptionalInt.of(0), 0, 0);

    private final FakeLauncher launcher = new FakeLauncher();
    private final Machine machine = new Machine(launcher, Duration.ofMillis(10));

    @BeforeEach
    void start() throws Exception {
        launcher.release.countDown();
        machine.start();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void itIsPausedWhenTheSettingsSayThatAndRunsOnForTheNextClient() throws Exception {
        launcher.pauseAfter = Optional.of(PATIENCE);
        await().until(() -> machine.status().state() == MachineState.PAUSED);
        assertThat(machine.isPausedForWantOfUse()).isTrue();
        assertThat(launcher.latest().paused).isTrue();
        launcher.pauseAfter = Optional.empty();
        Objects.requireNonNull(launcher.visitors).pass();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(machine.isPausedForWantOfUse()).isFalse();
        machine.pause();
        assertThat(machine.isPausedForWantOfUse()).as("a pause that was asked for").isFalse();
    }

    @Test
    void itRunsWhileNothingIsSaidOrSomethingIsGoingOn() throws Exception {
        assertStaysRunning();
        for (EngineUse use : List.of(new EngineUse(OptionalInt.of(1), 0, 0), new EngineUse(OptionalInt.of(0), 1, 1),
                new EngineUse(OptionalInt.empty(), 0, 0))) {
            launcher.latest().use = use;
            launcher.pauseAfter = Optional.of(PATIENCE);
            assertStaysRunning();
        }
    }

    @Test
    void whoeverIsInTheGuestKeepsItRunningUntilHeLeaves() throws Exception {
        try (Stay _ = machine.stay()) {
            launcher.pauseAfter = Optional.of(PATIENCE);
            assertStaysRunning();
        }
        await().until(() -> machine.status().state() == MachineState.PAUSED);
        try (Stay _ = machine.stay()) {
            assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        }
    }

    @Test
    void aClientThatComesWhileItIsBeingPausedDoesNotFindItPaused() throws Exception {
        launcher.latest().onPause = () -> launcher.latest().use = new EngineUse(OptionalInt.of(0), 1, 1);
        launcher.pauseAfter = Optional.of(PATIENCE);
        await().until(() -> launcher.latest().resumes.get() == 1);
        await().until(() -> machine.status().state() == MachineState.RUNNING);
        launcher.latest().onPause = () -> {
        };
        launcher.latest().use = NONE;
        await().until(() -> machine.status().state() == MachineState.PAUSED);
    }

    private void assertStaysRunning() {
        await().during(LONG).until(() -> machine.status().state() == MachineState.RUNNING);
    }
}
