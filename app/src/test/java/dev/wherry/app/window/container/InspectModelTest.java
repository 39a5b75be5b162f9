// Everything that the engine tells of a container.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectModelTest extends ModelTest {

    private InspectModel inspect;

    @BeforeEach
    void make() {
        inspect = new InspectModel(desk.engine(), model);
        scope.add(inspect);
    }

    private String status() {
        return inspect.inspection().get().json().path("State").path("Status").asText();
    }

    @Test
    void itFollowsTheContainer() {
        inspect.resume();
        await().until(() -> status().equals("running"));
        web.exit(3);
        await().until(() -> status().equals("exited"));
    }

    @Test
    void itAsksNothingWhileNobodyLooks() {
        inspect.resume();
        await().until(() -> status().equals("running"));
        inspect.rest();
        web.exit(3);
        await().until(() -> !model.glance().get().up());
        assertThat(status()).isEqualTo("running");
        inspect.resume();
        await().until(() -> status().equals("exited"));
    }

    @Test
    void whyThereIsNothingNewIsToldBesideWhatIsKnown() {
        inspect.resume();
        await().until(() -> status().equals("running"));
        machine.docker().fail("GET", "/json", 500, "out of luck");
        web.health("healthy");
        await().until(() -> inspect.inspection().get().cause().contains("out of luck"));
        assertThat(status()).isEqualTo("running");
    }

    @Test
    void aSearchLeavesWhatMatchesAndTheWayThere() throws Exception {
        JsonEntry all = JsonEntry.of(new ObjectMapper().readTree("""
                {"Config": {"Env": ["A=1", "B=2"], "User": ""}, "State": {"Pid": 1}}"""));
        JsonEntry found = all.filtered("b=");
        assertThat(found).isNotNull();
        assertThat(found.children()).extracting(JsonEntry::name).containsExactly("Config");
        assertThat(found.children().getFirst().children().getFirst().children())
                .containsExactly(new JsonEntry("/Config/Env/1", "1", "B=2", List.of()));
        assertThat(all.filtered("nowhere")).isNull();
    }
}
