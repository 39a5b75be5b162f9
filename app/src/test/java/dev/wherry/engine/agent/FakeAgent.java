// An agent whose machine is not there, on a real control socket.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.wherry.app.fake.ShellProcess;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.machine.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Serves one machine by the real protocol, where the app looks for its agent. Calls change the machine as they would a real one,
 * at once; a test may {@link #hold} or {@link #refuse} them, and change the machine itself.
 */
public final class FakeAgent implements AutoCloseable {

    /** Starts commands in the guest that is not there. */
    public interface Guest {
        /**
         * Starts {@code command}.
         *
         * @throws AgentException when the command is refused
         */
        GuestProcess start(GuestCommand command) throws AgentException, IOException;
    }

    private final Path socket;
    private final MachineScript machine;
    private final ScriptedCalls calls;
    private final List<Consumer<MachineState>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable ControlServer server; // guarded by this

    /** An agent for {@code directories}, which serves at once; its machine is absent as yet. */
    public FakeAgent(Directories directories) throws IOException {
        this.socket = AgentLauncher.socketIn(directories);
        this.machine = new MachineScript(MachineFiles.DEFAULT_NAME,
                MachineFiles.of(directories, MachineFiles.DEFAULT_NAME).engineSocket());
        this.calls = new ScriptedCalls(this, machine);
        calls.guest(ShellProcess::new);
        revive();
    }

    /** Calls {@code listener} after each change of state, on the thread that makes it, before anybody else hears of it. */
    public void listen(Consumer<MachineState> listener) {
        listeners.add(listener);
    }

    /** Puts the machine into {@code state}; a start begins with its first stage, and a failure has a plain cause. */
    public FakeAgent become(MachineState state) {
        if (state == MachineState.FAILED) {
            return fail(new Failure(Stage.BOOT, "The guest did not boot within 120 seconds.",
                    "Look at the console with \"wherry logs console\".", List.of("Kernel panic - not syncing")));
        }
        listeners.forEach(listener -> listener.accept(state));
        machine.become(state);
        return this;
    }

    /** Puts the machine into {@code stage} of a start. */
    public FakeAgent stage(Stage stage) {
        listeners.forEach(listener -> listener.accept(MachineState.STARTING));
        machine.enter(stage);
        return this;
    }

    /** Lets the machine, or a start that is held, fail for {@code cause}. */
    public FakeAgent fail(Failure cause) {
        listeners.forEach(listener -> listener.accept(MachineState.FAILED));
        machine.fail(cause);
        return this;
    }

    /** Since when the machine is in its state. */
    public FakeAgent since(Instant time) {
        machine.since(time);
        return this;
    }

    /** The forwards of the machine while it is up. */
    public FakeAgent ports(List<MachineReport.Port> ports) {
        machine.ports(ports);
        return this;
    }

    /** What clients are told of the machine. */
    public MachineReport report() {
        return machine.report();
    }

    /** Lets calls of {@code method} ("up", "down", …) wait in their middle: in STARTING or STOPPING, until {@link #release}. */
    public void hold(String method) {
        calls.hold(method);
    }

    /** Lets calls that {@link #hold} stopped go on, and later ones pass. */
    public void release(String method) {
        calls.release(method);
    }

    /** Lets calls of {@code method} fail by {@code why} without doing anything. */
    public void refuse(String method, AgentException why) {
        calls.refuse(method, why);
    }

    /** Lets calls of {@code method} succeed again. */
    public void allow(String method) {
        calls.allow(method);
    }

    /** Every call so far but {@code status} and {@code watch}: "up", "down", "exec ls", … */
    public List<String> calls() {
        return calls.made();
    }

    /** How many clients watch right now. */
    public int watchers() {
        return calls.watchers();
    }

    /** Lets {@code guest} start commands, in place of an echo shell. */
    public void onExec(Guest guest) {
        calls.guest(guest);
    }

    /** Ends as a killed agent does: connections are cut, and the socket is left over with nobody behind it. */
    public synchronized void kill() throws IOException {
        ControlServer running = server;
        server = null;
        if (running != null) {
            running.close();
            try (ServerSocketChannel leftOver = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                leftOver.bind(UnixDomainSocketAddress.of(socket));
            }
        }
    }

    /** Serves again, as an agent does that joins the machine. Nothing happens when it does already. */
    public synchronized void revive() throws IOException {
        if (server == null) {
            ControlServer next = new ControlServer(socket, calls, () -> {
            });
            server = next;
            Thread.ofVirtual().name("fake-agent").start(next::run);
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        calls.releaseAll();
        Files.deleteIfExists(socket);
    }
}
