// A client of QMP, the protocol by which QEMU is steered while it runs.
package dev.wherry.engine.hypervisor.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a QEMU's control socket, as QEMU's {@code docs/interop/qmp-spec} describes it: a greeting, the
 * negotiation of capabilities, then commands and their replies, matched by id, among events.
 *
 * <p>Any thread may call; no call waits longer than its deadline, whatever state QEMU is in. When QEMU dies, every
 * waiting call fails at once.
 */
final class QmpClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QmpClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SocketChannel channel;
    private final Consumer<QmpEvent> listener;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> greeting = new CompletableFuture<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean over;

    // Writing has a thread of its own, so that a QEMU that does not read cannot hold a caller past its deadline;
    // listeners have one, so that they may call us back while we go on reading.
    private final ExecutorService writer = singleThread("qmp-writer");
    private final ExecutorService events = singleThread("qmp-events");

    private QmpClient(SocketChannel channel, Consumer<QmpEvent> listener) {
        this.channel = channel;
        this.listener = listener;
    }

    /**
     * Connects, waits for the greeting and leaves the negotiation mode.
     *
     * @param deadline for each of these steps
     * @param listener gets the events, one after the other, in a thread that may call this client
     * @throws QmpException.NotListening when no QEMU runs there
     * @throws QmpException              when one does but does not answer, for example because it serves another client
     */
    static QmpClient connect(Path socket, Duration deadline, Consumer<QmpEvent> listener) throws QmpException {
        QmpClient client = new QmpClient(QmpSocket.connect(socket, deadline), listener);
        Thread.ofVirtual().name("qmp-reader").start(client::read);
        try {
            client.await(client.greeting, "its greeting", deadline);
            client.execute("qmp_capabilities", Map.of(), deadline);
            return client;
        } catch (QmpException e) {
            client.close();
            throw e;
        }
    }

    /** Executes a command without arguments. */
    JsonNode execute(String command, Duration deadline) throws QmpException {
        return execute(command, Map.of(), deadline);
    }

    /**
     * Executes a command and returns what it returns.
     *
     * @param arguments by name; values as Jackson writes them
     * @throws QmpException when QEMU refuses (its description is in the message), does not answer within
     *                      {@code deadline}, or is gone
     */
    JsonNode execute(String command, Map<String, ?> arguments, Duration deadline) throws QmpException {
        long id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        try {
            byte[] line = JSON.writeValueAsBytes(Map.of("execute", command, "arguments", arguments, "id", id));
            writer.execute(() -> write(line));
            if (over) {
                // The reader may have missed this call. A reply that had come before the end counts all the same.
                reply.completeExceptionally(lost(null));
            }
            return await(reply, "the answer to " + command, deadline);
        } catch (RejectedExecutionException e) {
            throw lost(e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Arguments of " + command + " cannot be written as JSON", e);
        } finally {
            waiting.remove(id);
        }
    }

    /** Executes a line of the human monitor, for what QMP has no command, and returns what it prints. */
    String monitor(String line, Duration deadline) throws QmpException {
        return execute("human-monitor-command", Map.of("command-line", line), deadline).asText();
    }

    /** Completes when the connection is over, from whichever side, and the listener has had every event. */
    CompletableFuture<Void> onClose() {
        return drained.copy();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing the control connection", e);
        }
        writer.shutdownNow();
        events.shutdown();
    }

    private void read() {
        QmpException end = lost(null);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                receive(JSON.readTree(line));
            }
        } catch (IOException e) {
            end = lost(e);
        }
        over = true;
        greeting.completeExceptionally(end);
        for (CompletableFuture<JsonNode> reply : waiting.values()) {
            reply.completeExceptionally(end);
        }
        try {
            events.execute(() -> drained.complete(null));
        } catch (RejectedExecutionException e) {
            drained.complete(null);
        }
        close();
    }

    private void receive(JsonNode message) {
        if (message.has("QMP")) {
            greeting.complete(message);
        } else if (message.has("event")) {
            QmpEvent event = new QmpEvent(message.path("event").asText(), message.path("data"));
            LOG.debug("QEMU reports {} {}", event.name(), event.data());
            deliver(event);
        } else {
            // A reply to a call that has given up finds nobody and is dropped.
            CompletableFuture<JsonNode> reply = waiting.get(message.path("id").asLong());
            if (reply != null) {
                complete(reply, message);
            }
        }
    }

    private static void complete(CompletableFuture<JsonNode> reply, JsonNode message) {
        if (message.has("error")) {
            JsonNode error = message.path("error");
            reply.completeExceptionally(
                    new QmpException("QEMU refuses: " + error.path("desc").asText(error.path("class").asText())));
        } else {
            reply.complete(message.path("return"));
        }
    }

    private void deliver(QmpEvent event) {
        try {
            events.execute(() -> {
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    LOG.warn("A listener failed on {}", event.name(), e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("{} came after the connection was closed", event.name());
        }
    }

    private void write(byte[] line) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            // The reader finds the same connection lost, and tells every waiting call.
            LOG.debug("Writing to the control connection", e);
        }
    }

    private <T> T await(CompletableFuture<T> answer, String what, Duration deadline) throws QmpException {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new QmpException("QEMU did not send " + what + " within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            String reason = e.getCause() instanceof QmpException cause
                    ? cause.getMessage()
                    : String.valueOf(e.getCause());
            throw new QmpException(what + " did not come: " + reason, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QmpException("interrupted while waiting for " + what, e);
        }
    }

    private static QmpException lost(@Nullable Throwable cause) {
        return new QmpException("the connection to QEMU is closed", cause);
    }

    private static ExecutorService singleThread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }
}
