// When a machine that nobody uses is paused, and when not. The VM is a fake here; vm-tagged tests have a real one.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.wherry.engine.config.IdleSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleMachineTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final IdleSettings PAUSING = new IdleSettings(Optional.of(PATIENCE), Optional.empty());
    /** Several times as long as it would take. */
    private static final Duration LONG = Duration.ofMillis(600);
    private static final EngineUse NONE = new EngineUse(OptionalInt.of(0), 0, 0);

    @TempDir
    private Path folder;
    private FakeLauncher launcher;
    private Machine machine;

    @BeforeEach
    void start() throws Exception {
        launcher = new FakeLauncher(folder.resolve("run/docker.sock"));
        machine = new Machine(launcher, Duration.ofMillis(10));
        launcher.release.countDown();
        machine.start();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void itIsPausedWhenTheSettingsSayThatAndRunsOnForTheNextClient() throws Exception {
        launcher.idle = PAUSING;
        await().until(() -> machine.status().state() == MachineState.PAUSED);
        assertThat(machine.reason()).contains("nobody was using it");
        assertThat(launcher.latest().paused).isTrue();
        launcher.idle = IdleSettings.NEVER;
        new SocketClient(launcher.engineSocket()).look();
        assertStaysPaused();
        assertThat(new SocketClient(launcher.engineSocket()).get("/version")).isEqualTo(AnsweringGuest.ANSWER);
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(machine.reason()).isEmpty();
        machine.pause();
        assertThat(machine.reason()).as("a pause that was asked for").isEmpty();
    }

    @Test
    void itRunsWhileNothingIsSaidOrSomethingIsGoingOn() throws Exception {
        assertStaysRunning();
        for (EngineUse use : List.of(new EngineUse(OptionalInt.of(1), 0, 0), new EngineUse(OptionalInt.of(0), 1, 1),
                new EngineUse(OptionalInt.empty(), 0, 0))) {
            launcher.latest().use = use;
            launcher.idle = PAUSING;
            assertStaysRunning();
        }
    }

    @Test
    void whoeverIsInTheGuestKeepsItRunningUntilHeLeaves() throws Exception {
        try (Stay _ = machine.stay()) {
            launcher.idle = PAUSING;
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
        launcher.idle = PAUSING;
        await().until(() -> launcher.latest().resumes.get() == 1);
        await().until(() -> machine.status().state() == MachineState.RUNNING);
        launcher.latest().onPause = () -> {
        };
        launcher.latest().use = NONE;
        await().until(() -> machine.status().state() == MachineState.PAUSED);
    }

    @Test
    void whoLetsItRunOnByHandHasTheWholeTimeAgain() throws Exception {
        launcher.idle = new IdleSettings(Optional.of(LONG), Optional.empty());
        await().until(() -> machine.status().state() == MachineState.PAUSED);
        machine.resume();
        await().during(PATIENCE).until(() -> machine.status().state() == MachineState.RUNNING);
        await().until(() -> machine.status().state() == MachineState.PAUSED);
    }

    private void assertStaysPaused() {
        await().during(PATIENCE).until(() -> machine.status().state() == MachineState.PAUSED);
    }

    private void assertStaysRunning() {
        await().during(LONG).until(() -> machine.status().state() == MachineState.RUNNING);
    }
}
