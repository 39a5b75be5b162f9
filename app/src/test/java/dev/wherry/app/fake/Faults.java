// What a test breaks in the fake engine.
package dev.wherry.app.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

import dev.wherry.engine.docker.FakeEngine.Exchange;

/** Refuses and delays requests. */
final class Faults {

    private record Refusal(String method, Pattern path, int status, String message) {
    }

    private record Delay(Pattern path, CountDownLatch until) {
    }

    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final List<Delay> delays = new CopyOnWriteArrayList<>();

    void refuse(String method, String path, int status, String message) {
        refusals.addFirst(new Refusal(method, Pattern.compile(path), status, message));
    }

    void delay(String path, CountDownLatch until) {
        delays.add(new Delay(Pattern.compile(path), until));
    }

    void clear() {
        refusals.clear();
        delays.clear();
    }

    /** Waits as long as {@code exchange} is to be delayed, and refuses it if it is to be refused. */
    void meet(Exchange exchange) throws InterruptedException {
        for (Delay delay : delays) {
            if (delay.path.matcher(exchange.path()).find()) {
                delay.until.await();
            }
        }
        for (Refusal refusal : refusals) {
            if (refusal.method.equals(exchange.method()) && refusal.path.matcher(exchange.path()).find()) {
                throw new ApiError(refusal.status, refusal.message);
            }
        }
    }
}
