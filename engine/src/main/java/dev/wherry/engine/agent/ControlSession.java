// Serves one client of the agent.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.stream.ByteStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent's end of one connection: reads requests one after the other and answers each. */
final class ControlSession {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSession.class);

    // Error codes of the JSON-RPC specification, section 5.1.
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_PARAMS = -32602;
    private static final int INTERNAL_ERROR = -32603;

    private final ByteStream stream;
    private final MessageStream messages;
    private final Calls calls;
    private volatile boolean watching;

    ControlSession(ByteStream stream, Calls calls) {
        this.stream = stream;
        this.messages = new MessageStream(stream);
        this.calls = calls;
    }

    /** Serves until the client leaves. */
    void run() {
        try {
            boolean welcome = false;
            for (JsonNode request = messages.read(); request != null; request = messages.read()) {
                String method = request.path("method").asText();
                if (method.equals(Protocol.HELLO)) {
                    welcome = greet(request);
                } else if (welcome && method.equals(Protocol.EXEC)) {
                    exec(request);
                    return;
                } else if (welcome && method.equals(Protocol.WATCH)) {
                    watch(request);
                    return;
                } else if (welcome || method.equals(Protocol.QUIT)) {
                    // A client of any version may ask the agent to leave, so that its own can take over.
                    call(method, request);
                } else {
                    refuseStranger(request);
                }
            }
        } catch (JsonProcessingException e) {
            refuse(e);
        } catch (IOException e) {
            LOG.debug("A client was lost: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private boolean greet(JsonNode hello) throws IOException {
        if (hello.path("params").path("protocol").asInt() != Protocol.VERSION) {
            refuseStranger(hello);
            return false;
        }
        answer(hello, Map.of("protocol", Protocol.VERSION, "pid", ProcessHandle.current().pid()));
        return true;
    }

    private void refuseStranger(JsonNode request) throws IOException {
        answerError(request, AgentException.Kind.VERSION.code(),
                "The running agent is of another version of Wherry than this program.",
                "Run \"wherry restart --agent\"; containers go on running.");
    }

    private void call(String method, JsonNode request) throws IOException, InterruptedException {
        try {
            answer(request, calls.call(method, request.path("params"), this::tell));
        } catch (AgentException e) {
            answerError(request, e);
        } catch (IllegalArgumentException e) {
            answerError(request, INVALID_PARAMS, "The agent does not understand \"" + method + "\": " + e.getMessage(),
                    "");
        } catch (RuntimeException e) {
            LOG.error("\"{}\" failed", method, e);
            answerError(request, INTERNAL_ERROR, "The agent failed on \"" + method + "\": " + e,
                    "See the agent's log.");
        }
    }

    private void exec(JsonNode request) throws IOException {
        JsonNode params = request.path("params");
        GuestCommand command = MessageStream.JSON.treeToValue(params.path("command"), GuestCommand.class);
        Telling progress = new Telling();
        try (GuestProcess process = calls.exec(params, command, progress)) {
            progress.end();
            answer(request, Map.of());
            new ExecSession(messages.rest(), process).run();
        } catch (AgentException e) {
            answerError(request, e);
        }
    }

    private void watch(JsonNode request) throws IOException {
        answer(request, Map.of());
        watching = true;
        Thread reporter = Thread.ofVirtual().name("reporter").start(() -> report(request));
        try {
            // Nothing more is said to a watched agent; what is waited for is the client's leaving.
            while (messages.read() != null) {
                LOG.debug("A client that watches said something");
            }
        } finally {
            reporter.interrupt();
        }
    }

    private void report(JsonNode request) {
        try {
            calls.watch(request.path("params"), report -> notify(Protocol.REPORT, report));
        } catch (AgentException | IOException e) {
            LOG.debug("A client watches no longer: {}", e.getMessage());
            close();
        } catch (InterruptedException e) {
            // The client has left.
        }
    }

    /** Whether the client only wants to know how the machine is. */
    boolean isWatching() {
        return watching;
    }

    private void notify(String method, Object params) throws IOException {
        ObjectNode message = MessageStream.JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        message.set("params", MessageStream.JSON.valueToTree(params));
        messages.write(message);
    }

    private void tell(Progress progress) {
        try {
            notify(Protocol.PROGRESS, progress);
        } catch (IOException e) {
            LOG.debug("A client left while its call goes on: {}", e.getMessage());
        }
    }

    /** Progress before a connection carries something else than messages, among which one that is late would do harm. */
    private final class Telling implements Consumer<Progress> {

        private boolean over;

        @Override
        public synchronized void accept(Progress progress) {
            if (!over) {
                tell(progress);
            }
        }

        synchronized void end() {
            over = true;
        }
    }

    private void answer(JsonNode request, Object result) throws IOException {
        ObjectNode message = to(request.get("id"));
        message.set("result", MessageStream.JSON.valueToTree(result));
        messages.write(message);
    }

    private void answerError(JsonNode request, AgentException e) throws IOException {
        answerError(request, e.kind().code(), e.getMessage(), e.remedy());
    }

    private void answerError(JsonNode request, int code, String text, String remedy) throws IOException {
        ObjectNode message = to(request.get("id"));
        message.putObject("error").put("code", code).put("message", text).putObject("data").put("remedy", remedy);
        messages.write(message);
    }

    private static ObjectNode to(@Nullable JsonNode id) {
        ObjectNode message = MessageStream.JSON.createObjectNode().put("jsonrpc", "2.0");
        message.set("id", id);
        return message;
    }

    private void refuse(JsonProcessingException e) {
        try {
            answerError(MessageStream.JSON.createObjectNode(), PARSE_ERROR, "no JSON: " + e.getOriginalMessage(), "");
        } catch (IOException lost) {
            LOG.debug("A client that sent no JSON was lost: {}", lost.getMessage());
        }
    }

    /** Ends the connection; {@link #run} returns. */
    void close() {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("Closing a client failed: {}", e.getMessage());
        }
    }
}
