// A client's connection to the agent.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.machine.MachineCatalog;

/** Calls the agent. One call at a time; every call has a deadline, after which the connection is closed. */
public final class ControlClient implements AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(30);
    /** A start is bounded by its stages' own deadlines in the agent; this only catches an agent that hangs. */
    private static final Duration LONG = Duration.ofMinutes(30);

    private final RpcConnection connection;
    private final String machine;

    private ControlClient(RpcConnection connection, String machine) {
        this.connection = connection;
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
        RpcConnection connection = RpcConnection.open(socket);
        try {
            greet(connection);
            return new ControlClient(connection, machine);
        } catch (AgentException e) {
            connection.close();
            if (e.kind() == AgentException.Kind.UNREACHABLE) {
                throw new IOException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /**
     * Asks the agent at {@code socket}, of whatever version, to leave; the VM goes on running.
     *
     * @throws IOException    when nobody listens there
     * @throws AgentException when somebody does and does not answer
     */
    public static void quit(Path socket) throws IOException, AgentException {
        try (RpcConnection connection = RpcConnection.open(socket)) {
            try {
                greetAnyVersion(connection);
                connection.call(Protocol.QUIT, Map.of(), SHORT, progress -> {
                });
            } catch (AgentException e) {
                // One that was leaving already, or has left before its answer came.
                if (e.kind() != AgentException.Kind.UNREACHABLE || connection.isSilent()) {
                    throw e;
                }
            }
        }
    }

    private static void greet(RpcConnection connection) throws AgentException {
        connection.call(Protocol.HELLO, Map.of("protocol", Protocol.VERSION), SHORT, progress -> {
        });
    }

    private static void greetAnyVersion(RpcConnection connection) throws AgentException {
        try {
            greet(connection);
        } catch (AgentException e) {
            if (e.kind() != AgentException.Kind.VERSION) {
                throw e;
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
        return convert(connection.call(Protocol.GROW, Map.of("machine", machine, "bytes", bytes), LONG, progress -> {
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
        return convert(connection.call(Protocol.UPGRADE,
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
        connection.call(Protocol.WATCH, Map.of("machine", machine), SHORT, progress -> {
        });
        connection.listen(report -> listener.accept(convert(report)));
    }

    /** Does the same as the other without a look at how far the machine is. */
    public RemoteProcess exec(GuestCommand command) throws AgentException {
        return exec(command, progress -> {
        });
    }

    /**
     * Starts a command in the guest, for which a machine that nobody was using runs on, or is started. This connection belongs to the
     * command from now on.
     *
     * @param progress is told how far the machine is when it has to start
     */
    public RemoteProcess exec(GuestCommand command, Consumer<Progress> progress) throws AgentException {
        connection.call(Protocol.EXEC, Map.of("machine", machine, "command", command), LONG, progress);
        return new RemoteProcess(connection.rest(), MachineCatalog.wherry(machine));
    }

    private MachineReport starting(String method, Overrides overrides, Consumer<Progress> progress)
            throws AgentException {
        return convert(
                connection.call(method, Map.of("machine", machine, Protocol.OVERRIDES, overrides), LONG, progress));
    }

    private MachineReport about(String method, Duration deadline, Consumer<Progress> progress) throws AgentException {
        return convert(connection.call(method, Map.of("machine", machine), deadline, progress));
    }

    private static MachineReport convert(JsonNode result) throws AgentException {
        try {
            return MessageStream.JSON.treeToValue(result, MachineReport.class);
        } catch (IOException e) {
            throw RpcConnection.unreachable("its answer is no machine report: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
