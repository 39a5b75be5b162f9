// What the event subscription promises when its connection does not last.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.wherry.engine.docker.FakeEngine.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineEventsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Queue<FakeEngine.Handler> subscriptions = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private FakeEngine engine;
    private final List<EngineEvents> following = new CopyOnWriteArrayList<>();

    @BeforeEach
    void startEngine() throws IOException {
        engine = new FakeEngine();
        engine.on("GET /events", exchange -> {
            FakeEngine.Handler next = subscriptions.poll();
            if (next == null) {
                exchange.send(HEAD);
                next = this::stayOpen;
            }
            next.answer(exchange);
        });
    }

    @AfterEach
    void stopAll() throws IOException {
        over.countDown();
        following.forEach(EngineEvents::close);
        engine.close();
    }

    @Test
    void goesOnBehindAnEventThatWasCutInTheMiddle() {
        String second = event("die", 100 * SECOND + 7);
        subscriptions.add(exchange -> {
            exchange.send(HEAD);
            exchange.chunk(event("start", 100 * SECOND) + "\n" + second.substring(0, 20));
        });
        subscriptions.add(exchange -> {
            assertThat(exchange.parameter("since")).isEqualTo("99.000000000");
            exchange.send(HEAD);
            exchange.chunk(event("start", 100 * SECOND)); // as the engine does: from since on, inclusive
            exchange.chunk(second.substring(0, 30));
            exchange.chunk(second.substring(30) + event("destroy", 101 * SECOND));
            stayOpen(exchange);
        });
        follow();
        await().untilAsserted(() -> assertThat(told).containsExactly("connected", "start", "disconnected", "connected",
                "die", "destroy"));
    }

    @Test
    void startsFromTheGuestsClockSoThatNothingFallsBetweenTheHeadAndTheSubscription() {
        engine.says("GET /_ping", """
                HTTP/1.1 200 OK\r
                Api-Version: 1.45\r
                Date: Thu, 01 Jan 1970 00:01:40 GMT\r
                \r
                OK""");
        follow();
        await().untilAsserted(() -> assertThat(told).containsExactly("connected"));
        assertThat(engine.requests).anySatisfy(request -> assertThat(request)
                .startsWith("GET /v1.45/events?filters=%7B%22type%22%3A%5B%22container%22%5D%7D&since=100.000000000"));
    }

    @Test
    void deliversNeighboursThatTheEngineStampedInTheWrongOrderOnceEach() {
        subscriptions.add(exchange -> {
            exchange.send(HEAD);
            exchange.chunk(event("die", 100 * SECOND + 1) + event("start", 100 * SECOND));
        });
        subscriptions.add(exchange -> {
            exchange.send(HEAD);
            exchange.chunk(
                    event("die", 100 * SECOND + 1) + event("start", 100 * SECOND) + event("oom", 100 * SECOND - 1));
            stayOpen(exchange);
        });
        follow();
        await().untilAsserted(() -> assertThat(told).containsExactly("connected", "die", "start", "disconnected",
                "connected", "oom"));
    }

    @Test
    void doesNotAskForTheFutureAfterTheGuestsClockWasSetBack() {
        subscriptions.add(exchange -> {
            exchange.send(HEAD);
            exchange.chunk(event("start", 5000 * SECOND));
            engine.says("GET /_ping", """
                    HTTP/1.1 200 OK\r
                    Api-Version: 1.45\r
                    Date: Thu, 01 Jan 1970 00:01:40 GMT\r
                    \r
                    OK""");
        });
        follow();
        await().untilAsserted(
                () -> assertThat(told).containsExactly("connected", "start", "disconnected", "connected"));
        assertThat(engine.requests.getLast()).endsWith("since=99.000000000");
    }

    @Test
    void connectsAgainAfterTheConnectionIsLostAndAfterTheEngineRefuses() throws IOException {
        subscriptions.add(exchange -> exchange.json(500, "{\"message\":\"starting\"}"));
        follow();
        await().untilAsserted(() -> assertThat(told).containsExactly("disconnected", "connected"));
        engine.cut();
        await().untilAsserted(() -> assertThat(told).containsExactly("disconnected", "connected", "disconnected",
                "connected"));
    }

    @Test
    void aListenerThatThrowsHearsOfLaterEvents() {
        subscriptions.add(exchange -> {
            exchange.send(HEAD);
            exchange.chunk(event("fail", 1) + event("start", 2));
            stayOpen(exchange);
        });
        follow();
        await().untilAsserted(() -> assertThat(told).containsExactly("connected", "fail", "start"));
    }

    @Test
    void closingEndsAnIdleSubscriptionAtOnce() {
        follow();
        await().untilAsserted(() -> assertThat(told).containsExactly("connected"));
        long start = System.nanoTime();
        following.getFirst().close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(told).containsExactly("connected");
    }

    @Test
    void closingEndsASubscriptionThatIsWaitingForItsEngine() {
        engine.on("GET /_ping", this::stayOpen);
        follow();
        await().untilAsserted(() -> assertThat(engine.requests).containsExactly("GET /_ping"));
        long start = System.nanoTime();
        following.getFirst().close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(told).isEmpty();
    }

    private void follow() {
        EngineClient client = new EngineClient(engine.transport());
        following.add(EngineEvents.follow(client, Map.of("type", List.of("container")), new EngineEvents.Listener() {
            @Override
            public void connected() {
                told.add("connected");
            }

            @Override
            public void happened(EngineEvent event) {
                told.add(event.action());
                if (event.action().equals("fail")) {
                    throw new IllegalStateException("a listener's own mistake");
                }
            }

            @Override
            public void disconnected(IOException cause, Duration retry) {
                told.add("disconnected");
            }
        }));
    }

    private void stayOpen(Exchange exchange) throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String event(String action, long timeNano) {
        return """
                {"Type":"container","Action":"%s","Actor":{"ID":"c1","Attributes":{"name":"web"}},"timeNano":%d}
                """.formatted(action, timeNano);
    }
}
