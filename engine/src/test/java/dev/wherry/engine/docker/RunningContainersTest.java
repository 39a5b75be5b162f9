// Which containers run, as their followers hear of it.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningContainersTest {

    private final List<List<String>> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private FakeContainers containers;
    private RunningContainers running;

    @BeforeEach
    void follow() throws IOException {
        containers = new FakeContainers();
        RunningContainers.Listener failing = list -> {
            if (list.stream().anyMatch(container -> container.name().equals("trouble"))) {
                throw new IllegalStateException("a listener of a test that fails");
            }
        };
        running = RunningContainers.follow(containers.client(), List.of(failing, new RunningContainers.Listener() {
            @Override
            public void connected() {
                connections.incrementAndGet();
            }

            @Override
            public void listed(List<ContainerSummary> list) {
                heard.add(list.stream().map(ContainerSummary::name).toList());
            }
        }));
        await().until(() -> heard.size() == 1);
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
        containers.close();
    }

    @Test
    void oneListingServesAllListenersEvenWhenOneOfThemFails() throws IOException {
        containers.start("trouble");
        await().untilAsserted(() -> assertThat(heard).containsExactly(List.of(), List.of("trouble")));
        assertThat(running.count()).hasValue(1);
        assertThat(containers.listings()).isEqualTo(2);
    }

    @Test
    void afterALostConnectionTheyHearOfItAndAreToldAnew() throws IOException {
        containers.start("stays");
        containers.start("goes");
        await().until(() -> running.count().equals(OptionalInt.of(2)));
        int before = connections.get();
        containers.forget("goes");
        containers.engine.cut();
        await().untilAsserted(() -> assertThat(heard.getLast()).containsExactly("stays"));
        assertThat(connections).hasValueGreaterThan(before);
    }

    @Test
    void aListingThatFailsIsTriedAgainAndUntilThenTheNumberIsNotKnown() throws IOException {
        AtomicInteger failures = new AtomicInteger();
        containers.engine.on("GET /containers/json", exchange -> {
            if (failures.getAndIncrement() == 0) {
                exchange.json(500, "{\"message\":\"not now\"}");
            } else {
                exchange.json(200, "[]");
            }
        });
        running.refresh();
        await().until(() -> running.count().isEmpty());
        await().until(() -> running.count().equals(OptionalInt.of(0)));
        assertThat(heard).containsExactly(List.of(), List.of());
    }

    @Test
    void nothingIsHeardOnceItIsClosed() throws IOException {
        running.close();
        containers.start("late");
        running.refresh();
        assertThat(heard).containsExactly(List.of());
    }
}
