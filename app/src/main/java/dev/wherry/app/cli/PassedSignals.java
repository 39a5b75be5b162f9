// Signals that are sent to this program and meant for the command that it runs in the guest.
package dev.wherry.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.wherry.engine.agent.RemoteProcess;
import org.jline.utils.Signals;

/**
 * Passes INT, TERM and HUP on to a command in the guest instead of ending this program, which ends when the command does. When the
 * command has had two and does not end, this program does.
 */
final class PassedSignals implements AutoCloseable {

    /** By their numbers, which are the same wherever there are signals. */
    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RemoteProcess process;
    private final Map<String, Object> before = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Passes signals on to {@code process} until it is closed. */
    PassedSignals(RemoteProcess process) {
        this.process = process;
        SIGNALS.forEach((name, number) -> before.put(name, Signals.register(name, () -> pass(name, number))));
    }

    // Every signal is handled in a thread of its own.
    private void pass(String name, int number) {
        try {
            process.signal(name);
            if (count.incrementAndGet() > 1 && !ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.exit(128 + number);
            }
        } catch (IOException e) {
            // The agent is lost, which whoever waits for the command learns too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        before.forEach(Signals::unregister);
    }
}
