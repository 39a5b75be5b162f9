// JSON-RPC over a connection to the agent, as the client does it.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;

/** Carries one call at a time; every call has a deadline, after which the connection is closed. */
final class RpcConnection implements AutoCloseable {

    private static final Duration SILENCE = Protocol.HEARTBEAT.multipliedBy(2).plusSeconds(5);

    private final MessageStream messages;
    private int lastId;
    private volatile boolean isSilent;
    private volatile long lastHeard;

    private RpcConnection(MessageStream messages) {
        this.messages = messages;
    }

    /**
     * Connects to the agent at {@code socket}; nothing is said yet.
     *
     * @throws IOException when nobody listens there
     */
    static RpcConnection open(Path socket) throws IOException {
        return new RpcConnection(new MessageStream(SocketStream.connect(socket)));
    }

    /** Something that takes the parameters of a notification. */
    interface Listener {
        void hear(JsonNode params) throws AgentException;
    }

    /**
     * Does {@code method} and returns its result.
     *
     * @param deadline after which the connection is closed and the call fails
     * @param progress is told how far it is
     * @throws AgentException when the agent refuses, fails, or is lost
     */
    JsonNode call(String method, Object params, Duration deadline, Consumer<Progress> progress)
            throws AgentException {
        // A short-lived command has no other virtual thread, and the first of them is dear.
        Thread watchdog = Thread.ofPlatform().daemon().name("watchdog").start(() -> closeAfter(deadline));
        try {
            ObjectNode request = MessageStream.JSON.createObjectNode().put("jsonrpc", "2.0").put("id", ++lastId)
                    .put("method", method);
            request.set("params", MessageStream.JSON.valueToTree(params));
            messages.write(request);
            for (JsonNode answer = messages.read(); answer != null; answer = messages.read()) {
                if (answer.has("method")) {
                    progress.accept(MessageStream.JSON.treeToValue(answer.path("params"), Progress.class));
                } else if (answer.has("error")) {
                    throw failure(answer.path("error"));
                } else {
                    return answer.path("result");
                }
            }
            throw unreachable("it ended while it was doing \"" + method + "\"");
        } catch (IOException e) {
            throw unreachable(isSilent
                    ? "it did not answer within " + deadline.toSeconds() + " seconds"
                    : String.valueOf(e.getMessage()));
        } finally {
            watchdog.interrupt();
        }
    }

    /** Whether the agent was there and let the deadline of a call pass. */
    boolean isSilent() {
        return isSilent;
    }

    private void giveUp() {
        isSilent = true;
        close();
    }

    private void closeAfter(Duration deadline) {
        try {
            Thread.sleep(deadline);
            giveUp();
        } catch (InterruptedException e) {
            // The call was answered in time.
        }
    }

    private static AgentException failure(JsonNode error) {
        return new AgentException(AgentException.Kind.of(error.path("code").asInt()), error.path("message").asText(),
                error.path("data").path("remedy").asText());
    }

    static AgentException unreachable(String why) {
        return new AgentException(AgentException.Kind.UNREACHABLE,
                "Tried to speak with Wherry's agent but failed because " + why + ".",
                "Run the command again; the agent's log says what happened to it.");
    }

    /**
     * Lets {@code listener} hear every notification until the agent leaves or this connection is closed; blocks until then.
     *
     * @throws AgentException when the connection is lost, or the agent has fallen silent
     */
    void listen(Listener listener) throws AgentException {
        lastHeard = System.nanoTime();
        Thread watchdog = Thread.ofVirtual().name("watch-watchdog").start(this::closeWhenSilent);
        try {
            for (JsonNode message = messages.read(); message != null; message = messages.read()) {
                lastHeard = System.nanoTime();
                listener.hear(message.path("params"));
            }
        } catch (IOException e) {
            throw unreachable(isSilent
                    ? "it has been silent for " + SILENCE.toSeconds() + " seconds"
                    : String.valueOf(e.getMessage()));
        } finally {
            watchdog.interrupt();
        }
    }

    private void closeWhenSilent() {
        try {
            while (System.nanoTime() - lastHeard <= SILENCE.toNanos()) {
                Thread.sleep(Protocol.HEARTBEAT);
            }
            giveUp();
        } catch (InterruptedException e) {
            // The watch is over.
        }
    }

    /** What comes on the connection from now on, which is no message any more. */
    ByteStream rest() {
        return messages.rest();
    }

    @Override
    public void close() {
        try {
            messages.close();
        } catch (IOException e) {
            // Nothing was waiting to be sent: every call has been answered.
        }
    }
}
