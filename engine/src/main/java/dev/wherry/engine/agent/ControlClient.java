// A client's connection to the agent.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.stream.SocketStream;

/** Calls the agent. One call at a time; every call has a deadline, after which the connection is closed. */
public final class ControlClient implements AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(30);
    /** A start is bounded by its stages' own deadlines in the agent; this only catches an agent that hangs. */
    private static final Duration LONG = Duration.ofMinutes(30);

    private static final Duration SILENCE = Protocol.HEARTBEAT.multipliedBy(2).plusSeconds(5);

    private final MessageStream messages;
    private final String machine;
    private int lastId;
    private volatile long lastHeard;

    private ControlClient(MessageStream messages, String machine) {
        this.messages = messages;
        this.machine = machine;
    }

    /**
     * Connects to the agent at {@code socket}.
     *
     * @param machine the name of the machine that the calls are about
     * @throws IOException when nobody listens there
     * @throws AgentException when the agent there is of another version
     */
    public static ControlClient connect(Path socket, String machine) throws IOException, AgentException {
        ControlClient client = open(socket, machine);
        try {
            client.call(Protocol.HELLO, Map.of("protocol", Protocol.VERSION), SHORT, progress -> {
            });
            return client;
        } catch (AgentException e) {
            client.close();
            if (e.kind() == AgentException.Kind.UNREACHABLE) {
                throw new IOException(e.getMessage(), e);
            }
            throw e;
        }
    }

    private static ControlClient open(Path socket, String machine) throws IOException {
        return new ControlClient(new MessageStream(SocketStream.connect(socket)), machine);
    }

    /**
     * Asks the agent at {@code socket}, of whatever version, to leave; the VM goes on running.
     *
     * @throws IOException when nobody listens there
     */
    public static void quit(Path socket) throws IOException, AgentException {
        try (ControlClient client = open(socket, "")) {
            try {
                client.call(Protocol.HELLO, Map.of("protocol", Protocol.VERSION), SHORT, progress -> {
                });
            } catch (AgentException e) {
                if (e.kind() != AgentException.Kind.VERSION) {
                    throw e;
                }
            }
            try {
                client.call(Protocol.QUIT, Map.of(), SHORT, progress -> {
                });
            } catch (AgentException e) {
                // It may well be gone before its answer is.
                if (e.kind() != AgentException.Kind.UNREACHABLE) {
                    throw e;
                }
            }
        }
    }

    /** The machine as it is now; waits a few seconds for a machine that is just being joined by a new agent. */
    public MachineReport status() throws AgentException {
        return about(Protocol.STATUS, SHORT, progress -> {
        });
    }

    /**
     * Starts the machine and returns when it runs.
     *
     * @param overrides settings that go before the machine's file for this start
     */
    public MachineReport up(Overrides overrides, Consumer<Progress> progress) throws AgentException {
        return starting(Protocol.UP, overrides, progress);
    }

    /** Stops the machine and returns when it has stopped. */
    public MachineReport down(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.DOWN, LONG, progress);
    }

    /** Ends the machine's VM as a power cut would. */
    public MachineReport kill(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.KILL, LONG, progress);
    }

    /** Stops the machine and starts it as {@link #up} does. */
    public MachineReport restart(Overrides overrides, Consumer<Progress> progress) throws AgentException {
        return starting(Protocol.RESTART, overrides, progress);
    }

    /** Holds the running machine still. */
    public MachineReport pause(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.PAUSE, LONG, progress);
    }

    /** Lets the paused machine run on. */
    public MachineReport resume(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.RESUME, LONG, progress);
    }

    /** Makes the machine without starting it. */
    public MachineReport create(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.CREATE, LONG, progress);
    }

    /** Ends the machine's VM as a power cut would, and starts the machine anew. */
    public MachineReport reset(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.RESET, LONG, progress);
    }

    /** Empties the machine's data disk. */
    public MachineReport wipe(Consumer<Progress> progress) throws AgentException {
        return about(Protocol.WIPE, LONG, progress);
    }

    /** Lets the data disk of the running machine grow to {@code bytes}. */
    public MachineReport grow(long bytes) throws AgentException {
        return convert(call(Protocol.GROW, Map.of("machine", machine, "bytes", bytes), LONG, progress -> {
        }));
    }

    /** Shares the folders that the configuration names now. */
    public MachineReport share() throws AgentException {
        return about(Protocol.SHARE, LONG, progress -> {
        });
    }

    /** Publishes ports as the configuration says now. */
    public MachineReport publish() throws AgentException {
        return about(Protocol.PUBLISH, LONG, progress -> {
        });
    }

    /**
     * Starts the machine anew with the guest image {@code version}, which has been fetched, and puts that in use. When it does not come
     * up, the machine goes back to the image from before. A machine that did not run is stopped again.
     *
     * @param overrides as for {@link #up}
     */
    public MachineReport upgrade(String version, Overrides overrides, Consumer<Progress> progress)
            throws AgentException {
        return convert(call(Protocol.UPGRADE,
                Map.of("machine", machine, "image", version, Protocol.OVERRIDES, overrides), LONG, progress));
    }

    /** Stops the machine and deletes it with all its data. */
    public void delete(Consumer<Progress> progress) throws AgentException {
        about(Protocol.DELETE, LONG, progress);
    }

    /**
     * Tells {@code listener} of the machine as it is now, at every change and now and then between. Blocks until the agent leaves
     * or this client is closed. The agent does not stay for a client that watches.
     *
     * @throws AgentException when the connection is lost, or the agent has fallen silent
     */
    public void watch(Consumer<MachineReport> listener) throws AgentException {
        call(Protocol.WATCH, Map.of("machine", machine), SHORT, progress -> {
        });
        lastHeard = System.nanoTime();
        Thread watchdog = Thread.ofVirtual().name("watch-watchdog").start(this::closeWhenSilent);
        try {
            for (JsonNode message = messages.read(); message != null; message = messages.read()) {
                lastHeard = System.nanoTime();
                listener.accept(convert(message.path("params")));
            }
        } catch (IOException e) {
            throw unreachable(System.nanoTime() - lastHeard > SILENCE.toNanos()
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
            close();
        } catch (InterruptedException e) {
            // The watch is over.
        }
    }

    /**
     * Starts a command in the guest, for which a machine that nobody was using runs on, or is started. This connection belongs to the
     * command from now on.
     */
    public RemoteProcess exec(GuestCommand command) throws AgentException {
        call(Protocol.EXEC, Map.of("machine", machine, "command", command), LONG, progress -> {
        });
        return new RemoteProcess(messages.rest());
    }

    private MachineReport starting(String method, Overrides overrides, Consumer<Progress> progress)
            throws AgentException {
        return convert(call(method, Map.of("machine", machine, Protocol.OVERRIDES, overrides), LONG, progress));
    }

    private MachineReport about(String method, Duration deadline, Consumer<Progress> progress) throws AgentException {
        return convert(call(method, Map.of("machine", machine), deadline, progress));
    }

    private JsonNode call(String method, Object params, Duration deadline, Consumer<Progress> progress)
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
            throw unreachable(String.valueOf(e.getMessage()));
        } finally {
            watchdog.interrupt();
        }
    }

    private void closeAfter(Duration deadline) {
        try {
            Thread.sleep(deadline);
            close();
        } catch (InterruptedException e) {
            // The call was answered in time.
        }
    }

    private static AgentException failure(JsonNode error) {
        return new AgentException(AgentException.Kind.of(error.path("code").asInt()), error.path("message").asText(),
                error.path("data").path("remedy").asText());
    }

    private static AgentException unreachable(String why) {
        return new AgentException(AgentException.Kind.UNREACHABLE,
                "Tried to speak with Wherry's agent but failed because " + why + ".",
                "Run the command again; the agent's log says what happened to it.");
    }

    private static MachineReport convert(JsonNode result) throws AgentException {
        try {
            return MessageStream.JSON.treeToValue(result, MachineReport.class);
        } catch (IOException e) {
            throw unreachable("its answer is no machine report: " + e.getMessage());
        }
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
