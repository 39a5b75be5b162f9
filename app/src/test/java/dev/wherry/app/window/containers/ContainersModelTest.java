// The page of containers without its looks, before a machine that is not there.
package dev.wherry.app.window.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainersModelTest {

    private FakeMachine machine;
    private Desk desk;
    private ContainersModel model;

    @BeforeEach
    void start() throws Exception {
        machine = new FakeMachine();
        desk = new Desk(machine.directories(), MachineFiles.DEFAULT_NAME);
        model = new ContainersModel(desk, Clock.systemUTC());
    }

    private void run(int containers) {
        machine.docker().withContainers(containers);
        machine.agent().become(MachineState.RUNNING);
        await("the containers are known").until(() -> model.contents().get().known());
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        desk.close();
        machine.close();
    }

    @Test
    void anEngineWithoutContainersIsToldFromOneThatHasNotAnswered() throws Exception {
        run(0);
        assertThat(model.contents().get()).isEqualTo(new Contents(true, 0, 0, List.of()));
        machine.agent().become(MachineState.STOPPED);
        await("nothing is known any more").until(() -> !model.contents().get().known());
    }

    @Test
    void theListFollowsTheEngine() throws Exception {
        run(3);
        machine.docker().run("hello", "wherry/hello");
        await("it is there").until(() -> model.contents().get().total() == 4);
        machine.docker().container("hello").exit(3);
        await("it has ended").until(() -> row("hello").state().exitCode().equals("3"));
        assertThat(row("hello").state().running()).isFalse();
    }

    @Test
    void theFilterChangesWhatIsShownAndNotWhatThereIs() throws Exception {
        run(20);
        long running = model.contents().get().running();
        model.filter().update(old -> old.withRunningOnly(true));
        assertThat(shown()).hasSize((int) running).allMatch(row -> row.state().running());
        model.filter().update(old -> old.withText("no such thing"));
        assertThat(model.contents().get().entries()).isEmpty();
        assertThat(model.contents().get().total()).isEqualTo(20);
    }

    @Test
    void aPortInConflictIsMarkedUntilItIsForwarded() throws Exception {
        run(3);
        machine.conflict(8000, "It is taken.");
        await("it is marked").until(() -> "It is taken.".equals(row("shop-web-1").ports().getFirst().problem()));
        machine.settle(8000);
        await("it is not marked").until(() -> row("shop-web-1").ports().getFirst().problem() == null);
    }

    @Test
    void readingsComeForRunningContainersWhileThePageIsShown() throws Exception {
        run(20);
        int idle = machine.docker().busy();
        model.shown().set(true);
        Set<String> running = runningIds();
        await("all of them are read").until(() -> model.stats().get().keySet().equals(running));
        model.shown().set(false);
        await("none is read").until(() -> model.stats().get().isEmpty() && machine.docker().busy() == idle);
    }

    @Test
    void ofManyContainersOnlyThoseInViewAreRead() throws Exception {
        run(100);
        assertThat(runningIds()).hasSizeGreaterThan(ContainersModel.MOST_READ);
        int idle = machine.docker().busy();
        model.shown().set(true);
        Set<String> inView = shown().stream().limit(9).map(ContainerRow::id).collect(Collectors.toSet());
        model.inView().set(inView);
        Set<String> read = shown().stream().limit(9).filter(row -> row.state().running()).map(ContainerRow::id)
                .collect(Collectors.toSet());
        await("those are read").until(() -> model.stats().get().keySet().equals(read));
        assertThat(machine.docker().busy()).isEqualTo(idle + read.size());
    }

    private List<ContainerRow> shown() {
        return ContainersModel.rowsOf(model.contents().get().entries().stream());
    }

    private ContainerRow row(String name) {
        return shown().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private Set<String> runningIds() {
        return shown().stream().filter(row -> row.state().running()).map(ContainerRow::id).collect(Collectors.toSet());
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }
}
