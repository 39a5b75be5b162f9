// The machine as its page sees it.
package dev.wherry.app.window.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.app.watch.StageStep;
import dev.wherry.app.watch.StageStep.Progress;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.agent.MachineReport.Port;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.guest.SpokenProcess;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineModelTest extends DeskTest {

    private static final String TWO_READINGS = """
            cpu  0 0 0 100 0 0 0 0
            MemTotal: 1000 kB
            MemAvailable: 600 kB
            uptime 60.5

            cpu  25 0 0 175 0 0 0 0
            MemTotal: 1000 kB
            MemAvailable: 500 kB
            uptime 62.5

            """;

    private final List<SpokenProcess> meters = new CopyOnWriteArrayList<>();
    private MachineModel model;

    @BeforeEach
    void makeModel() {
        machine.agent().onExec(command -> {
            SpokenProcess process = SpokenProcess.staying(TWO_READINGS);
            meters.add(process);
            return process;
        });
        model = new MachineModel(desk);
        scope.add(model);
    }

    @Test
    void theGuestIsReadOnlyWhileSomebodyLooksAndTheMachineRuns() {
        model.show();
        assertThat(model.usage().get()).isEqualTo(Usage.UNKNOWN);
        become(MachineState.RUNNING);
        await().until(() -> model.usage().get().cpu().isPresent());
        assertThat(model.usage().get().cpu()).hasValue(0.25);
        assertThat(model.usage().get().sample()).extracting(sample -> sample.memory().fraction()).isEqualTo(0.5);
        model.hide();
        await("the command in the guest is hung up").until(() -> hungUp(meters.getFirst()));
        assertThat(meters).hasSize(1);
    }

    private static boolean hungUp(SpokenProcess process) throws Exception {
        return process.waitFor(Duration.ofMillis(10)).code() == 0;
    }

    @Test
    void nothingIsKnownOfAPausedMachinesUse() {
        model.show();
        become(MachineState.RUNNING);
        await().until(() -> model.usage().get().cpu().isPresent());
        become(MachineState.PAUSED);
        await().until(() -> model.usage().get().equals(Usage.UNKNOWN));
    }

    @Test
    void theEnginesVersionIsKnownWhileItRuns() {
        model.show();
        become(MachineState.RUNNING);
        await().until(() -> model.engine().get().isPresent());
        assertThat(model.engine().get().orElseThrow().version()).isEqualTo("26.1.5");
        become(MachineState.STOPPED);
        await().until(() -> model.engine().get().isEmpty());
    }

    @Test
    void trafficIsFollowedThoughTheAgentDoesNotTellOfIt() {
        become(MachineState.RUNNING);
        Port quiet = new Port("web", "127.0.0.1:8080", 8080, 80, "tcp", null, 0, 0, 0, 0);
        machine.agent().ports(List.of(quiet));
        model.show();
        await().until(() -> model.forwards().get().equals(List.of(quiet)));
        Port busy = new Port("web", "127.0.0.1:8080", 8080, 80, "tcp", null, 0, 3, 100, 2000);
        machine.agent().ports(List.of(busy));
        await().until(() -> model.forwards().get().equals(List.of(busy)));
    }

    @Test
    void eventsOfTheEngineAndChangesOfTheMachineAreListedTheNewestFirst() throws IOException {
        become(MachineState.RUNNING);
        await().until(() -> machine.docker().followers() > 0);
        machine.docker().run("web", "nginx");
        await().until(() -> happenings().contains("container start web"));
        new Containers(desk.engine().client()).stop("web");
        await().until(() -> happenings().contains("container stop web"));
        become(MachineState.STOPPED);
        await().until(() -> happenings().getFirst().equals("machine stopped default"));
        assertThat(happenings()).containsSubsequence("container stop web", "container start web",
                "machine running default");
    }

    private List<String> happenings() {
        return model.events().get().stream()
                .map(happening -> happening.type() + " " + happening.action() + " " + happening.whom()).toList();
    }

    @Test
    void onlyWhatMakesSenseIsOffered() {
        assertThat(Verb.of(model.machine().get())).containsExactly(Verb.START);
        become(MachineState.RUNNING);
        assertThat(Verb.of(model.machine().get())).containsExactly(Verb.STOP, Verb.RESTART, Verb.PAUSE, Verb.RESET,
                Verb.EMPTY);
        become(MachineState.PAUSED);
        assertThat(Verb.of(model.machine().get())).containsExactly(Verb.STOP, Verb.RESUME, Verb.RESET, Verb.EMPTY);
        become(MachineState.STOPPING);
        assertThat(Verb.of(model.machine().get())).isEmpty();
    }

    @Test
    void verbsAreCallsToTheAgent() {
        become(MachineState.RUNNING);
        model.act(Verb.PAUSE);
        await().until(() -> machine.agent().calls().contains("pause"));
        model.act(Verb.EMPTY);
        await().until(() -> machine.agent().calls().contains("wipe"));
    }

    @Test
    void theStepsOfAStartAreTickedOff() {
        machine.agent().stage(Stage.BOOT);
        await().until(() -> StageStep.concerns(model.machine().get().report()));
        assertThat(StageStep.of(model.machine().get().report())).extracting(StageStep::progress).containsExactly(
                Progress.DONE, Progress.DONE, Progress.UNDER_WAY, Progress.TO_COME, Progress.TO_COME, Progress.TO_COME);
        become(MachineState.FAILED);
        assertThat(StageStep.of(model.machine().get().report())).contains(new StageStep(Stage.BOOT, Progress.FAILED));
    }
}
