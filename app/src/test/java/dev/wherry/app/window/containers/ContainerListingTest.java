// Which containers are shown, in which groups and order.
package dev.wherry.app.window.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.wherry.app.window.containers.ContainerOrder.Column;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerListingTest {

    private static final List<ContainerRow> ROWS = List.of(
            row("blog-db-1", "blog", "postgres:16", "running", 5432),
            row("zebra", "", "redis:7", "exited", 0),
            row("blog-web-1", "blog", "nginx:1.27", "exited", 8080),
            row("alone", "", "nginx:1.27", "running", 9090));

    @Test
    void containersOfAProjectStandBelowItAndTheOthersBesideIt() {
        List<ContainerEntry> entries = ContainerOrder.USUAL.of(ROWS, Map.of());
        assertThat(entries).extracting(ContainerEntry::name).containsExactly("alone", "blog", "zebra");
        ContainerGroup blog = (ContainerGroup) entries.get(1);
        assertThat(blog.rows()).extracting(ContainerRow::name).containsExactly("blog-db-1", "blog-web-1");
        assertThat(blog.running()).isEqualTo(1);
    }

    @Test
    void aProjectGoesWhereItsFirstContainerWould() {
        List<ContainerEntry> entries = new ContainerOrder(Column.MEMORY, true).of(ROWS,
                Map.of("id-of-alone", stats(20, 100), "id-of-blog-db-1", stats(1, 900)));
        assertThat(entries).extracting(ContainerEntry::name).containsExactly("blog", "alone", "zebra");
    }

    @Test
    void aProjectUsesWhatItsRunningContainersUse() {
        ContainerGroup project = new ContainerGroup("blog", List.of(row("a", "blog", "i", "running", 0),
                row("b", "blog", "i", "running", 0), row("c", "blog", "i", "exited", 0)));
        assertThat(Usage.of(project, Map.of("id-of-a", stats(50, 10), "id-of-b", stats(75, 20))))
                .isEqualTo(new Usage(1.25, 30));
        assertThat(Usage.of(project, Map.of("id-of-a", stats(50, 10)))).as("as long as one is not read").isNull();
    }

    @ParameterizedTest
    @CsvSource({
            "'', false, 4",
            "WEB, false, 1",
            "nginx, false, 2",
            "blog, false, 2",
            "exited, false, 2",
            "8080, false, 1",
            "blog running, false, 1",
            "id-of-zeb, false, 1",
            "nothing, false, 0",
            "'', true, 2",
            "nginx, true, 1"})
    void everyWordOfTheFilterMustBeFound(String text, boolean runningOnly, int shown) {
        assertThat(new ContainerFilter(text, runningOnly).of(ROWS)).hasSize(shown);
    }

    @Test
    void aPortThatCannotBeForwardedSaysWhy() {
        MachineReport.Port taken = new MachineReport.Port("alone", "127.0.0.1:9090", 9090, 80, "tcp", "taken", 0, 0, 0,
                0);
        ContainerRow row = ROWS.get(3).with(List.of(taken));
        assertThat(row.ports().getFirst().problem()).isEqualTo("taken");
        assertThat(ROWS.get(0).with(List.of(taken)).ports().getFirst().problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"shop-web-1, shop, web-1", "shop_web_1, shop, web_1", "shopping, shop, shopping", "web, '', web",
            "shop, shop, shop", "own-name, shop, own-name"})
    void theProjectsNameIsNotSaidAgain(String name, String project, String label) {
        assertThat(row(name, project, "i", "running", 0).label()).isEqualTo(label);
    }

    private static ContainerRow row(String name, String project, String image, String state, int port) {
        return new ContainerRow("id-of-" + name, name, project, image, ContainerState.of(state, ""), Instant.EPOCH,
                port == 0 ? List.of() : List.of(new PortLink(port, 80, "tcp", null)));
    }

    private static ContainerStats stats(double cpuPercent, long memory) {
        return new ContainerStats(Instant.EPOCH, cpuPercent, 0, 0, 4, memory, 0, 0, 0, 0, 0, 1);
    }
}
