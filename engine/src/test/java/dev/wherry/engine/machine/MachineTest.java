// Many callers, one machine: what each of them gets. The VM is a fake here; vm-tagged tests have a real one.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.wherry.engine.hypervisor.VmExit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MachineTest {

    private final FakeLauncher launcher = new FakeLauncher();
    private final Machine machine = new Machine(launcher, IdleWatch.PACE);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        launcher.release.countDown();
        callers.close();
        machine.close();
    }

    @Test
    void twoStartsAtOnceMakeOneVmAndBothSucceed() throws Exception {
        List<Future<Object>> starts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            starts.add(inBackground(machine::start));
        }
        launcher.entered.await();
        launcher.release.countDown();
        for (Future<Object> start : starts) {
            start.get();
        }
        assertThat(launcher.starts).hasValue(1);
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        machine.start();
        assertThat(launcher.starts).as("a start of a running machine does nothing").hasValue(1);
    }

    @Test
    void aCallerThatGivesUpDoesNotEndTheStart() throws Exception {
        Thread impatient = Thread.ofVirtual().start(() -> {
            try {
                machine.start();
            } catch (MachineException | InterruptedException e) {
                // gave up
            }
        });
        launcher.entered.await();
        impatient.interrupt();
        impatient.join();
        assertThat(machine.status().state()).isEqualTo(MachineState.STARTING);
        launcher.release.countDown();
        await().until(() -> machine.status().state() == MachineState.RUNNING);
    }

    @Test
    void aStopCallsOffAStartAndNothingIsStuck() throws Exception {
        Future<Object> start = inBackground(machine::start);
        launcher.entered.await();
        machine.stop();
        assertThatThrownBy(start::get).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOf(MachineException.class).hasMessageContaining("called off");
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        launcher.release.countDown();
        machine.start();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void aFailedStartKeepsItsStageCauseAndConsole() {
        launcher.failure = new MachineException("the disk is on fire", "pour water");
        assertThatThrownBy(machine::start).isSameAs(launcher.failure);
        MachineStatus status = machine.status();
        assertThat(status.state()).isEqualTo(MachineState.FAILED);
        assertThat(status.failure())
                .isEqualTo(new MachineStatus.Failure(Stage.BOOT, "the disk is on fire", "pour water",
                        List.of("last words")));
    }

    @Test
    void afterAFailureTheNextStartIsTried() throws Exception {
        launcher.failure = new MachineException("once", "again");
        assertThatThrownBy(machine::start).isInstanceOf(MachineException.class);
        launcher.failure = null;
        launcher.release.countDown();
        machine.start();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void aVmThatDiesIsAFailureAndOneThatShutsItselfDownIsNot() throws Exception {
        launcher.release.countDown();
        machine.start();
        launcher.latest().exit.complete(new VmExit(false, "killed by signal 9"));
        await().until(() -> machine.status().state() == MachineState.FAILED);
        assertThat(machine.status().failure()).extracting(MachineStatus.Failure::message).asString()
                .contains("killed by signal 9");
        assertThat(machine.session()).isEmpty();

        machine.start();
        launcher.latest().exit.complete(new VmExit(true, "the guest shut down"));
        await().until(() -> machine.status().state() == MachineState.STOPPED);
        assertThat(launcher.latest().closed).isTrue();
    }

    @Test
    void twoStopsAtOnceBothReturnWhenItHasStopped() throws Exception {
        launcher.release.countDown();
        machine.start();
        Future<Object> one = inBackground(machine::stop);
        Future<Object> other = inBackground(machine::stop);
        one.get();
        other.get();
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        assertThat(launcher.latest().stops).hasValue(1);
    }

    @Test
    void aDeletedMachineIsAbsentAndCanBeMadeAnew() throws Exception {
        launcher.release.countDown();
        machine.start();
        machine.delete();
        assertThat(machine.status().state()).isEqualTo(MachineState.ABSENT);
        assertThat(launcher.latest().stops).hasValue(1);
        machine.start();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void closingLetsGoOfTheVmWithoutStoppingIt() throws Exception {
        launcher.release.countDown();
        machine.start();
        machine.close();
        assertThat(launcher.latest().closed).isTrue();
        assertThat(launcher.latest().stops).hasValue(0);
    }

    @Test
    void aVmThatWasLeftRunningIsJoined() throws Exception {
        launcher.release.countDown();
        assertThat(machine.joinIfRunning()).isCompleted();
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        launcher.leftRunning = true;
        machine.joinIfRunning().get();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
    }

    private Future<Object> inBackground(Operation operation) {
        Callable<Object> call = () -> {
            operation.run();
            return "done";
        };
        return callers.submit(call);
    }

    private interface Operation {
        void run() throws Exception;
    }
}
