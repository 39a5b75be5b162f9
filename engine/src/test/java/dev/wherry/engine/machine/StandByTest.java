// A machine that is stopped because nobody uses it, and started by whoever comes next. The VM is a fake here, the socket a real one.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.wherry.engine.config.IdleSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandByTest {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LATER = Duration.ofMillis(600);
    private static final IdleSettings STOPPING = new IdleSettings(Optional.empty(), Optional.of(SOON));

    @TempDir
    private Path folder;
    private FakeLauncher launcher;
    private Machine machine;
    private SocketClient docker;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void start() throws Exception {
        launcher = new FakeLauncher(folder.resolve("run/docker.sock"));
        machine = new Machine(launcher, Duration.ofMillis(10));
        docker = new SocketClient(launcher.engineSocket());
        launcher.release.countDown();
        machine.start();
    }

    @AfterEach
    void close() {
        launcher.release.countDown();
        machine.close();
        callers.close();
        assertThat(launcher.engineSocket()).doesNotExist();
    }

    /** Has it stopped, and not again after the next start. */
    private void standBy() {
        launcher.idle = STOPPING;
        await().until(() -> machine.status().state() == MachineState.STOPPED);
        launcher.idle = IdleSettings.NEVER;
    }

    @Test
    void itIsStoppedInAnOrderlyWayAndTheNextRequestStartsIt() throws Exception {
        FakeLauncher.FakeSession first = launcher.latest();
        standBy();
        assertThat(first.stops).hasValue(1);
        assertThat(machine.session()).isEmpty();
        assertThat(machine.isStandingBy()).isTrue();
        assertThat(machine.reason()).get().asString().contains("nobody was using it for 0 s", "starts it");

        assertThat(docker.get("/version")).isEqualTo(AnsweringGuest.ANSWER);
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        assertThat(machine.isStandingBy()).isFalse();
        assertThat(machine.reason()).isEmpty();
        assertThat(launcher.starts).hasValue(2);
    }

    @Test
    void itStaysOnWhileSomethingGoesOn() {
        for (EngineUse use : List.of(new EngineUse(OptionalInt.of(1), 0, 0), new EngineUse(OptionalInt.of(0), 1, 1),
                new EngineUse(OptionalInt.empty(), 0, 0))) {
            launcher.latest().use = use;
            launcher.idle = STOPPING;
            await().during(LATER).until(() -> machine.status().state() == MachineState.RUNNING);
        }
    }

    @Test
    void manyWhoComeAtOnceGetOneStartAndOneWhoGivesUpDoesNotEndIt() throws Exception {
        standBy();
        launcher.release = new CountDownLatch(1);
        List<Future<String>> answers = Stream.generate(() -> callers.submit(() -> docker.get("/version"))).limit(5)
                .toList();
        await().until(() -> machine.status().state() == MachineState.STARTING);
        docker.look();
        launcher.release.countDown();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(AnsweringGuest.ANSWER);
        }
        assertThat(launcher.starts).hasValue(2);
    }

    @Test
    void neitherALookNorAListenerToEventsStartsIt() throws Exception {
        standBy();
        docker.look();
        assertThat(docker.get("/v1.45/events")).startsWith("HTTP/1.1 503 ").contains("nobody was using it");
        await().during(LATER).until(() -> machine.status().state() == MachineState.STOPPED);
        assertThat(launcher.starts).hasValue(1);
    }

    @Test
    void aStartThatFailsIsExplainedToTheClientAndNotTriedAgainByTheNext() throws Exception {
        standBy();
        launcher.failure = new MachineException("The disk is on fire.", "Pour water.");
        for (int request = 0; request < 3; request++) {
            assertThat(docker.get("/version")).startsWith("HTTP/1.1 503 ").contains("The disk is on fire. Pour water.");
        }
        assertThat(launcher.starts).hasValue(2);
        assertThat(machine.status().state()).isEqualTo(MachineState.FAILED);
        assertThat(machine.isStandingBy()).as("it goes on explaining").isTrue();

        launcher.failure = null;
        machine.start();
        assertThat(docker.get("/version")).isEqualTo(AnsweringGuest.ANSWER);
    }

    @Test
    void aSocketThatSomebodyHasRemovedIsThereAgainAfterTheNextStart() throws Exception {
        standBy();
        Files.delete(launcher.engineSocket());
        machine.start();
        assertThat(docker.get("/version")).isEqualTo(AnsweringGuest.ANSWER);
    }

    @Test
    void aStopByHandIsForGood() throws Exception {
        standBy();
        machine.stop();
        assertThat(machine.isStandingBy()).isFalse();
        assertThat(machine.reason()).isEmpty();
        assertThat(launcher.engineSocket()).doesNotExist();
        assertThat(launcher.starts).hasValue(1);
    }

    @Test
    void aStopByHandAlsoEndsTheStartForAClientWhoIsToldSo() throws Exception {
        standBy();
        launcher.release = new CountDownLatch(1);
        Future<String> answer = callers.submit(() -> docker.get("/version"));
        await().until(() -> machine.status().state() == MachineState.STARTING);
        machine.stop();
        assertThat(machine.status().state()).isEqualTo(MachineState.STOPPED);
        assertThat(machine.isStandingBy()).isFalse();
        assertThat(answer.get()).isNotEqualTo(AnsweringGuest.ANSWER);
    }

    @Test
    void whoComesWhileItShutsDownWaitsAndFindsItStartedAnew() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Callable<String> request = () -> {
            asked.countDown();
            return docker.get("/version");
        };
        CountDownLatch goOn = new CountDownLatch(1);
        launcher.latest().onStop = () -> awaitQuietly(goOn);
        launcher.idle = STOPPING;
        await().until(() -> machine.status().state() == MachineState.STOPPING);
        launcher.idle = IdleSettings.NEVER;
        Future<String> answer = callers.submit(request);
        asked.await();
        goOn.countDown();
        assertThat(answer.get()).isEqualTo(AnsweringGuest.ANSWER);
        assertThat(launcher.starts).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void itIsPausedFirstAndStoppedLaterWhereBothAreWanted() {
        launcher.idle = new IdleSettings(Optional.of(SOON), Optional.of(LATER));
        await().until(() -> machine.status().state() == MachineState.PAUSED);
        FakeLauncher.FakeSession paused = launcher.latest();
        assertThat(machine.reason()).contains("nobody was using it");
        await().until(() -> machine.status().state() == MachineState.STOPPED);
        assertThat(paused.stops).hasValue(1);
        assertThat(machine.isStandingBy()).isTrue();
    }

    @Test
    void whatWasPausedByHandIsLeftAlone() throws Exception {
        machine.pause();
        launcher.idle = STOPPING;
        await().during(LATER).until(() -> machine.status().state() == MachineState.PAUSED);
    }

    @Test
    void aCommandInTheGuestStartsItTooAndKeepsItOnUntilItEnds() throws Exception {
        standBy();
        try (Stay _ = machine.stay()) {
            launcher.idle = STOPPING;
            await().during(LATER).until(() -> machine.status().state() == MachineState.RUNNING);
        }
        await().until(() -> machine.status().state() == MachineState.STOPPED);
    }

    @Test
    void emptyingStartsItAgainAndDeletingDoesNot() throws Exception {
        standBy();
        machine.wipe();
        assertThat(machine.status().state()).isEqualTo(MachineState.RUNNING);
        standBy();
        machine.delete();
        assertThat(machine.status().state()).isEqualTo(MachineState.ABSENT);
        assertThat(machine.isStandingBy()).isFalse();
        assertThat(launcher.engineSocket()).doesNotExist();
    }
}
