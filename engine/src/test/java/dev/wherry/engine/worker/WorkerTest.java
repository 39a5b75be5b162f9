// What the owner of a worker can rely on.
package dev.wherry.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WorkerTest {

    private final CountDownLatch working = new CountDownLatch(1);
    private final AtomicBoolean hasEnded = new AtomicBoolean();

    @Test
    void itsWorkHasEndedWhenClosingReturns() throws Exception {
        Worker worker = Worker.start("test", () -> {
            try {
                working.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                hasEnded.set(true);
            }
        });
        working.await();
        worker.close();
        assertThat(hasEnded).isTrue();
    }

    @Test
    void workThatDoesNotEndIsNotWaitedForForEver() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Worker worker = new Worker("test", () -> {
            working.countDown();
            boolean isOver = false;
            while (!isOver) {
                try {
                    isOver = over.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    hasEnded.set(false);
                }
            }
            hasEnded.set(true);
        }, Duration.ofMillis(50));
        worker.start();
        working.await();
        worker.close();
        assertThat(hasEnded).isFalse();
        over.countDown();
        worker.close();
        assertThat(hasEnded).isTrue();
    }

    @Test
    void itMayCloseItselfInItsWork() throws Exception {
        CompletableFuture<Worker> itself = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Worker worker = new Worker("test", () -> {
            itself.join().close();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        worker.start();
        itself.complete(worker);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void whatNeverBeganNeedsNoEnd() {
        new Worker("test", () -> hasEnded.set(true)).close();
        assertThat(hasEnded).isFalse();
    }

    @Test
    void anOwnerWhoIsInterruptedWaitsNoLongerAndStaysInterrupted() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Worker worker = Worker.start("test", () -> {
            working.countDown();
            while (over.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        working.await();
        Thread.currentThread().interrupt();
        worker.close();
        assertThat(Thread.interrupted()).isTrue();
        over.countDown();
        worker.close();
    }
}
