// Values that change while others look on.
package dev.wherry.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class LiveTest {

    @Test
    void aListenerHearsOfTheFirstValueAndOfEveryChangeUntilItLeaves() {
        Live<String> live = new Live<>("a");
        List<String> seen = new ArrayList<>();
        Subscription subscription = live.listen(() -> seen.add(live.get()));
        live.set("b");
        live.set("b");
        subscription.close();
        live.set("c");
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void aComputedValueFollowsItsSourcesUntilItsScopeIsClosed() {
        Live<Integer> a = new Live<>(1);
        Live<Integer> b = new Live<>(2);
        Scope scope = new Scope();
        Live<Integer> sum = Live.computed(scope, () -> a.get() + b.get(), a, b);
        a.set(10);
        assertThat(sum.get()).isEqualTo(12);
        scope.close();
        b.set(20);
        assertThat(sum.get()).isEqualTo(12);
    }

    @Test
    void aComputedValueIsRightAfterChangesFromSeveralThreads() throws InterruptedException {
        Live<Integer> a = new Live<>(0);
        Live<Integer> b = new Live<>(0);
        Live<Integer> sum = Live.computed(new Scope(), () -> a.get() + b.get(), a, b);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = List.of(counting(a, go), counting(b, go));
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sum.get()).isEqualTo(20_000);
    }

    private static Thread counting(Live<Integer> live, CountDownLatch go) {
        return Thread.ofPlatform().start(() -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            for (int i = 0; i < 10_000; i++) {
                live.update(old -> old + 1);
            }
        });
    }

    @Test
    void whatJoinsAClosedScopeIsClosedAtOnce() {
        Scope scope = new Scope();
        AtomicInteger closed = new AtomicInteger();
        scope.add(closed::incrementAndGet);
        scope.close();
        scope.add(closed::incrementAndGet);
        assertThat(closed).hasValue(2);
    }
}
