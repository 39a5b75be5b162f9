// What can be done with containers.
package dev.wherry.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.wherry.app.desk.ContainerActions.Target;
import dev.wherry.app.fake.FakeContainer.State;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerActionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs(failures::add);
    private FakeMachine machine;
    private ContainerActions actions;

    @BeforeEach
    void start() throws Exception {
        machine = FakeMachine.running(0);
        Stream.of("one", "two", "three").forEach(name -> machine.docker().run(name, "alpine"));
        actions = new ContainerActions(machine.docker().client(), jobs);
    }

    @AfterEach
    void close() throws Exception {
        jobs.close();
        machine.close();
    }

    @Test
    void severalContainersAreOneJob() throws Exception {
        Job job = actions.run(ContainerAction.STOP, targets("one", "two", "three"));
        assertThat(job.join(LIMIT)).isTrue();
        assertThat(machine.docker().containers()).allMatch(container -> container.state() == State.EXITED);
        assertThat(failures).isEmpty();
    }

    @Test
    void eachFailureIsNamedAndKeepsNoOtherContainerFromItsTurn() throws Exception {
        refuse("one", "It is stuck.");
        refuse("three", "It is busy.");
        actions.run(ContainerAction.STOP, targets("one", "two", "three")).join(LIMIT);
        assertThat(machine.docker().container("two").state()).isEqualTo(State.EXITED);
        assertThat(failures).singleElement().extracting(Failure::cause)
                .isEqualTo("one: It is stuck.\nthree: It is busy.");
    }

    @Test
    void theFailureOfOneContainerIsTheEnginesOwnWord() throws Exception {
        refuse("one", "It is stuck.");
        actions.run(ContainerAction.STOP, targets("one")).join(LIMIT);
        assertThat(failures).singleElement().extracting(Failure::cause).isEqualTo("It is stuck.");
    }

    @Test
    void anActionPassesByThoseThatItDoesNotApplyTo() throws Exception {
        List<Target> mixed = List.of(target("one"), new Target(target("two").id(), "two", "exited"));
        actions.run(ContainerAction.PAUSE, mixed).join(LIMIT);
        assertThat(machine.docker().container("one").state()).isEqualTo(State.PAUSED);
        assertThat(machine.docker().container("two").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aContainerThatRunsIsStoppedBeforeItIsRemoved() throws Exception {
        String id = target("one").id();
        actions.remove(targets("one"), true).join(LIMIT);
        assertThat(machine.docker().containers()).hasSize(2);
        assertThat(machine.docker().requests()).containsSubsequence("POST /containers/" + id + "/stop",
                "DELETE /containers/" + id + "?force=true&v=true");
    }

    @Test
    void aContainerGetsAnotherName() throws Exception {
        actions.rename(target("one"), "first").join(LIMIT);
        assertThat(machine.docker().container("first").name()).isEqualTo("first");
    }

    @Test
    void theCommandLineOfAContainerIsQuotedForAShell() throws Exception {
        BlockingQueue<String> line = new LinkedBlockingQueue<>();
        actions.runCommand(target("one"), line::add);
        assertThat(line.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).startsWith("docker run ").contains("--name one")
                .contains("alpine");
    }

    @Test
    void aCancelledJobLeavesThoseAloneThatHaveNotHadTheirTurn() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        machine.docker().slow("/stop", never);
        Job job = actions.run(ContainerAction.STOP, targets("one", "two"));
        job.cancel();
        assertThat(job.join(LIMIT)).isTrue();
        assertThat(job.state().get()).isInstanceOf(Job.Cancelled.class);
        assertThat(failures).isEmpty();
        never.countDown();
    }

    private void refuse(String name, String message) {
        machine.docker().fail("POST", "/containers/" + target(name).id() + "/stop", 409, message);
    }

    private List<Target> targets(String... names) {
        return Stream.of(names).map(this::target).toList();
    }

    private Target target(String name) {
        return new Target(machine.docker().container(name).id(), name, "running");
    }
}
