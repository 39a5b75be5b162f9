// The list of networks and what is done with them, before a machine that is not there.
package dev.wherry.app.window.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import dev.wherry.app.fake.FakeContainer;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworksModelTest extends DeskTest {

    private NetworksModel model;

    @BeforeEach
    void start() {
        machine.docker().withContainers(2).withNetworks(2);
        become(MachineState.RUNNING);
        model = new NetworksModel(desk);
        scope.add(model);
        await().until(() -> model.networks().get().total() == 6);
        await().until(() -> row("shop_default").users().size() == 2);
    }

    private List<String> names() {
        return model.networks().get().shown().stream().map(NetworkRow::name).toList();
    }

    private NetworkRow row(String name) {
        return model.networks().get().shown().stream().filter(row -> row.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static NetworkDraft draft(String name, String subnet) {
        return new NetworkDraft(name, "bridge", subnet, false);
    }

    @Test
    void aNewNetworkIsWhatTheFormSays() {
        model.create(new NetworkDraft("inner", "macvlan", "10.9.0.0/24", true));
        await().until(() -> names().contains("inner"));
        assertThat(row("inner")).extracting(NetworkRow::driver, NetworkRow::subnets, NetworkRow::internal)
                .containsExactly("macvlan", List.of("10.9.0.0/24"), true);
    }

    @Test
    void aNameIsOfTheEnginesLettersAndFree() {
        assertThat(model.problems(draft("", ""))).containsOnlyKeys("name");
        assertThat(model.problems(draft("-x", "")).get("name")).contains("begins with a letter");
        assertThat(model.problems(draft("lab-0", "")).get("name")).contains("There is a network called lab-0");
        assertThat(model.problems(draft("shop", ""))).isEmpty();
    }

    @Test
    void addressesAreAWholeRangeThatNobodyHas() {
        assertThat(model.problems(draft("shop", "10.9.0.0"))).containsEntry("subnet",
                "Addresses look like 172.30.0.0/16.");
        assertThat(model.problems(draft("shop", "10.9.0.7/24"))).containsEntry("subnet",
                "The first of these addresses is 10.9.0.0/24; type that.");
        assertThat(model.problems(draft("shop", "172.17.4.0/24"))).containsEntry("subnet",
                "These addresses overlap with those of bridge (172.17.0.0/16).");
        assertThat(model.problems(draft("shop", "10.9.0.0/24"))).isEmpty();
    }

    @Test
    void whatIsLookedForIsFoundByNameDriverAddressAndContainer() {
        model.wanted().set("LAB");
        assertThat(names()).containsExactlyInAnyOrder("lab-0", "lab-1");
        model.wanted().set("172.17");
        assertThat(names()).containsExactly("bridge");
        model.wanted().set("shop-db-1");
        assertThat(names()).containsExactly("shop_default");
    }

    @Test
    void unusedAreThoseThatNoContainerNeedsNotEvenAStoppedOne() {
        machine.docker().containers().forEach(container -> container.exit(0));
        await().until(() -> machine.docker().containers().stream()
                .allMatch(container -> container.state() == FakeContainer.State.EXITED));
        assertThat(model.unused()).extracting(NetworkRow::name).containsExactly("lab-0", "lab-1");
        model.remove(model.unused());
        await().until(() -> model.networks().get().total() == 4);
        assertThat(names()).contains("shop_default", "bridge", "host", "none");
        assertThat(model.unused()).isEmpty();
    }

    @Test
    void ofSeveralNetworksThoseInUseStayAndTheOthersGo() {
        Job job = model.remove(List.of(row("shop_default"), row("lab-0")));
        await().until(() -> job.state().get().ended() && !names().contains("lab-0"));
        assertThat(names()).contains("shop_default");
        assertThat(desk.failures().get()).singleElement()
                .satisfies(failure -> assertThat(failure.cause()).contains("active endpoints"));
    }

    @Test
    void inspectingTellsAllThatTheEngineKnows() {
        Live<String> json = new Live<>("");
        model.inspect(row("shop_default").id(), json::set);
        await().until(() -> json.get().contains("shop-db-1"));
    }
}
