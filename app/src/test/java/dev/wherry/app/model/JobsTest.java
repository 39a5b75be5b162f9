// Work in the background.
package dev.wherry.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.wherry.engine.agent.AgentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs(failures::add);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aJobIsListedWithItsProgressUntilItIsDone() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Job job = jobs.start("Pull web", report -> {
            report.at(0.5, "layer 1");
            told.countDown();
            go.await();
        });
        told.await();
        assertThat(jobs.running().get()).containsExactly(job);
        assertThat(job.state().get()).isEqualTo(new Job.Running(0.5, "layer 1"));
        go.countDown();
        assertThat(job.join(SOON)).isTrue();
        assertThat(job.state().get()).isEqualTo(new Job.Done());
        assertThat(jobs.running().get()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void aCancelledJobIsInterruptedAndHasNotFailed() throws InterruptedException {
        Job job = jobs.start("Wait", report -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException("closed by interrupt", e);
            }
        });
        job.cancel();
        assertThat(job.join(SOON)).isTrue();
        assertThat(job.state().get()).isEqualTo(new Job.Cancelled());
        assertThat(failures).isEmpty();
    }

    @Test
    void aFailureTellsWhatWasTriedAndWhyAndWhatToDo() throws InterruptedException {
        Job job = jobs.start("Stop web", report -> {
            throw new AgentException(AgentException.Kind.FAILED, "It hangs.", "Kill it.");
        });
        assertThat(job.join(SOON)).isTrue();
        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure.what()).isEqualTo("Stop web");
            assertThat(failure.cause()).isEqualTo("It hangs.");
            assertThat(failure.remedy()).isEqualTo("Kill it.");
            assertThat(failure.text()).contains("Stop web", "It hangs.", "Kill it.", "AgentException");
        });
    }

    @Test
    void aDefectEndsTheJobToo() throws InterruptedException {
        Job job = jobs.start("Count", report -> {
            throw new AssertionError("a defect");
        });
        assertThat(job.join(SOON)).isTrue();
        assertThat(job.state().get()).isInstanceOf(Job.Failed.class);
        assertThat(jobs.running().get()).isEmpty();
    }
}
