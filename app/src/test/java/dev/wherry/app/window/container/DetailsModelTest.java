// What is told of how a container was made.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;

class DetailsModelTest extends ModelTest {

    private DetailsModel of(String name) {
        machine.docker().withContainers(8);
        ContainerModel container = new ContainerModel(desk, machine.docker().container(name).id());
        DetailsModel details = new DetailsModel(desk, container);
        scope.add(container);
        scope.add(details);
        details.resume();
        // Nobody was told of the new containers, so something has to happen.
        machine.docker().run("other", "nginx");
        return details;
    }

    @Test
    void settingsMountsAndLabelsAreThere() {
        DetailsModel details = of("shop-web-1");
        await().until(() -> !details.details().get().facts().isEmpty());
        Details now = details.details().get();
        assertThat(now.facts()).containsEntry("image", "nginx:1.27-alpine").containsEntry("restart", "unless-stopped");
        assertThat(now.mounts())
                .containsExactly(new Details.Mount("bind", "/Users/me/site", "/usr/share/nginx/html", false));
        assertThat(now.networks()).extracting(Details.Network::name).containsExactly("shop_default");
        assertThat(now.labels()).containsEntry("com.docker.compose.service", "web");
    }

    @Test
    void secretsAreKnownByTheirNames() {
        DetailsModel details = of("shop-web-1");
        await().until(() -> !details.details().get().environment().isEmpty());
        assertThat(details.details().get().environment()).filteredOn(Variable::secret)
                .containsExactly(new Variable("DB_PASSWORD", "secret", true));
    }

    @Test
    void aPortSaysWhereItIsAndWhatIsWrongWithIt() {
        DetailsModel details = of("shop-web-1");
        await().until(() -> details.ports().get().equals(List.of(new DetailsPort("80/tcp", 8000, ""))));
        machine.conflict(8000, "Port 8000 is taken by another program");
        await().until(() -> details.ports().get()
                .equals(List.of(new DetailsPort("80/tcp", 8000, "Port 8000 is taken by another program"))));
        machine.settle(8000);
        await().until(() -> details.ports().get().getFirst().problem().isEmpty());
    }
}
