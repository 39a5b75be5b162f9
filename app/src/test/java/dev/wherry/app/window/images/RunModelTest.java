// The form of a new container, before a machine that is not there.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.app.model.Job;
import dev.wherry.app.window.DeskTest;
import dev.wherry.app.window.images.RunDraft.Mount;
import dev.wherry.app.window.images.RunDraft.Port;
import dev.wherry.app.window.images.RunDraft.Restart;
import dev.wherry.app.window.images.RunDraft.Variable;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunModelTest extends DeskTest {

    private ImagesModel images;
    private RunModel model;

    @BeforeEach
    void chooseAnImage() {
        machine.docker().withImages(1);
        become(MachineState.RUNNING);
        images = new ImagesModel(desk);
        scope.add(images);
        await().until(() -> images.images().get().total() == 1);
        model = new RunModel(desk, images.actions(), images.images().get().shown().getFirst());
        scope.add(model);
    }

    @Test
    void whatTheImageExposesIsSuggestedAtAPortThatEverybodyMayUse() {
        await().until(() -> model.suggested().get().equals(List.of(new Port("8080", "80", "tcp"))));
    }

    @Test
    void aPortThatAnotherContainerPublishesIsNotSuggested() {
        model.edit(draft -> draft.withPorts(List.of(new Port("8080", "80", "tcp"))));
        model.run(id -> {
        });
        await().until(() -> desk.engine().containers().get().items().stream()
                .anyMatch(container -> !container.ports().isEmpty()));
        RunModel second = new RunModel(desk, images.actions(), images.images().get().shown().getFirst());
        scope.add(second);
        await().until(() -> second.suggested().get().equals(List.of(new Port("8081", "80", "tcp"))));
    }

    @Test
    void theContainerIsWhatTheFormSays() throws Exception {
        model.edit(draft -> draft.withName(" hello ").withCommand("sh -c 'sleep 9'").withRestart(Restart.ON_FAILURE)
                .withPorts(List.of(new Port("9090", "80", "tcp"), Port.BLANK))
                .withVariables(List.of(new Variable("GREETING", "good day"), Variable.BLANK))
                .withMounts(List.of(new Mount("hello-data", "/data", false), new Mount("/srv", "/site", true))));
        assertThat(model.problems().get()).isEmpty();
        AtomicReference<String> started = new AtomicReference<>("");
        Job job = model.run(started::set);
        await().until(() -> job.state().get() instanceof Job.Done);
        assertThat(machine.docker().container("hello").id()).isEqualTo(started.get());
        JsonNode made = machine.docker().client().inspect("hello");
        assertThat(made.at("/Config/Cmd").toString()).isEqualTo("[\"sh\",\"-c\",\"sleep 9\"]");
        assertThat(made.at("/Config/Env").toString()).isEqualTo("[\"GREETING=good day\"]");
        assertThat(made.at("/HostConfig/RestartPolicy/Name").asText()).isEqualTo("on-failure");
        assertThat(made.at("/HostConfig/PortBindings/80~1tcp/0/HostPort").asText()).isEqualTo("9090");
        assertThat(made.at("/Mounts")).extracting(mount -> mount.path("Destination").asText() + " "
                + mount.path("RW").asBoolean()).containsExactlyInAnyOrder("/data true", "/site false");
    }

    @Test
    void aNameThatIsTakenMeanwhileIsNoticedWhileTheFormIsOpen() {
        model.edit(draft -> draft.withName("late"));
        assertThat(model.problems().get()).isEmpty();
        machine.docker().run("late", "alpine");
        await().until(() -> model.problems().get().containsKey("name"));
    }

    @Test
    void whatTheEngineRefusesIsToldWithItsCause() {
        machine.docker().fail("POST", "/containers/.*/start", 500, "driver failed: no such device");
        Job job = model.run(id -> {
        });
        await().until(() -> job.state().get() instanceof Job.Failed);
        assertThat(desk.failures().get()).singleElement()
                .satisfies(failure -> assertThat(failure.cause()).contains("no such device"));
        assertThat(machine.docker().containers()).as("it is taken away again").isEmpty();
    }
}
