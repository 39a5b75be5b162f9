// Holding a machine still, resetting and emptying it. The VM is a fake here; vm-tagged tests have a real one.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.wherry.engine.config.DataSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinePauseTest {

    @TempDir
    private Path folder;
    private FakeLauncher launcher;
    private Machine machine;

    @BeforeEach
    void letStartsSucceed() {
        launcher = new FakeLauncher(folder.resolve("run/docker.sock"));
        machine = new Machine(launcher, IdleWatch.PACE);
        launcher.release.countDown();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aPausedMachineRunsOnAfterResumeAndBothMayBeSaidTwice() throws Exception {
        machine.start();
        machine.pause();
        machine.pause();
        assertThat(machine.status().state()).isEqualTo(MachineState.PAUSED);
        assertThat(launcher.latest().paused).isTrue();
        machine.resume();
        machine.resume();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(launcher.latest().paused).isFalse();
    }

    @Test
    void aStartOfAPausedMachineLetsItRunOn() throws Exception {
        machine.start();
        machine.pause();
        machine.start();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(launcher.starts).hasValue(1);
    }

    @Test
    void aDockerClientLetsAPausedMachineRunOnBeforeItGoesOn() throws Exception {
        machine.start();
        machine.pause();
        assertThat(new SocketClient(launcher.engineSocket()).get("/version")).isEqualTo(AnsweringGuest.ANSWER);
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(launcher.latest().paused).isFalse();
        assertThat(new SocketClient(launcher.engineSocket()).get("/version")).isEqualTo(AnsweringGuest.ANSWER);
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void whoeverComesToAMachineThatRunsFindsItUpToDateWithTheHostsFiles() throws Exception {
        machine.start();
        AtomicInteger catchUps = launcher.latest().catchUps;
        assertThat(new SocketClient(launcher.engineSocket()).get("/version")).isEqualTo(AnsweringGuest.ANSWER);
        assertThat(catchUps).hasValue(1);
        try (Stay _ = machine.stay()) {
            assertThat(catchUps).hasValue(2);
        }
    }

    @Test
    void aPausedMachineCanBeStopped() throws Exception {
        machine.start();
        machine.pause();
        machine.stop();
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
    }

    @Test
    void whatDoesNotRunCanNeitherBePausedNorResumedNorResetNorGrown() {
        assertThatThrownBy(machine::pause).isInstanceOf(PrecheckException.class).hasMessageContaining("not running")
                .extracting(e -> ((PrecheckException) e).remedy()).asString().contains("wherry -m work up");
        assertThatThrownBy(machine::resume).isInstanceOf(PrecheckException.class);
        assertThatThrownBy(machine::reset).isInstanceOf(PrecheckException.class);
        assertThatThrownBy(() -> machine.growDisk(DataSize.ofGiB(100))).isInstanceOf(PrecheckException.class);
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        assertThat(launcher.starts).hasValue(0);
    }

    @Test
    void aResetEndsTheVmWithoutAskingTheGuestAndStartsAnew() throws Exception {
        machine.start();
        FakeLauncher.FakeSession first = launcher.latest();
        machine.reset();
        assertThat(first.kills).hasValue(1);
        assertThat(first.stops).hasValue(0);
        assertThat(launcher.starts).hasValue(2);
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void aPowerCutStopsTheMachineWithoutAskingTheGuest() throws Exception {
        machine.start();
        machine.kill();
        machine.kill();
        assertThat(launcher.latest().kills).hasValue(1);
        assertThat(launcher.latest().stops).hasValue(0);
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
    }

    @Test
    void emptyingLeavesTheMachineAsItWasButForItsData() throws Exception {
        machine.wipe();
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        machine.start();
        machine.wipe();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(launcher.wipes).hasValue(2);
        assertThat(launcher.starts).hasValue(2);
    }

    @Test
    void aMachineCanBeMadeWithoutBeingStarted() throws Exception {
        machine.delete();
        assertThat(machine.status().state()).isEqualTo(MachineState.ABSENT);
        machine.create();
        machine.create();
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        assertThat(launcher.starts).hasValue(0);
    }
}
