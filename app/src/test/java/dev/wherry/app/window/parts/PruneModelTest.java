// Counting what pruning would free.
package dev.wherry.app.window.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PruneModelTest {

    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs(failures::add);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void theEstimatesComeWhenAllIsCounted() {
        CountDownLatch counted = new CountDownLatch(1);
        PruneModel model = new PruneModel(jobs, "Count", () -> {
            counted.await();
            return List.of(1L, 2L);
        });
        assertThat(model.estimates().get()).isEmpty();
        counted.countDown();
        await().until(() -> model.estimates().get().equals(List.of(1L, 2L)));
    }

    @Test
    void whoeverDoesNotWaitEndsTheCounting() {
        PruneModel model = new PruneModel(jobs, "Count", () -> {
            new CountDownLatch(1).await();
            return List.of();
        });
        model.close();
        await().until(() -> jobs.running().get().isEmpty());
        assertThat(failures).isEmpty();
    }
}
