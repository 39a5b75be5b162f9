// How the agent whose machine is not there answers its clients.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.machine.Stage;
import org.jspecify.annotations.Nullable;

/** Does with the machine what each call is for, unless the test has something against it. */
final class ScriptedCalls implements Calls {

    private final FakeAgent agent;
    private final MachineScript machine;
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Map<String, AgentException> refused = new ConcurrentHashMap<>();
    private final AtomicInteger watchers = new AtomicInteger();
    private volatile FakeAgent.Guest guest = command -> {
        throw new AgentException(AgentException.Kind.FAILED, "There is no guest.", "");
    };

    ScriptedCalls(FakeAgent agent, MachineScript machine) {
        this.agent = agent;
        this.machine = machine;
    }

    void guest(FakeAgent.Guest other) {
        guest = other;
    }

    void hold(String method) {
        held.add(method);
    }

    void release(String method) {
        held.remove(method);
        machine.wake();
    }

    void releaseAll() {
        held.clear();
        machine.wake();
    }

    void refuse(String method, AgentException why) {
        refused.put(method, why);
    }

    void allow(String method) {
        refused.remove(method);
    }

    List<String> made() {
        return List.copyOf(made);
    }

    int watchers() {
        return watchers.get();
    }

    @Override
    public Object call(String method, JsonNode params, Consumer<Progress> progress)
            throws AgentException, InterruptedException {
        if (!method.equals(Protocol.STATUS)) {
            made.add(method);
        }
        meet(method);
        switch (method) {
            case Protocol.STATUS -> {
                return machine.report();
            }
            case Protocol.UP -> start(method, progress);
            case Protocol.DOWN -> stop(method, progress);
            case Protocol.RESTART -> {
                stop(method, progress);
                start(method, progress);
            }
            case Protocol.KILL, Protocol.CREATE -> agent.become(MachineState.STOPPED);
            case Protocol.PAUSE -> agent.become(MachineState.PAUSED);
            case Protocol.RESUME -> agent.become(MachineState.RUNNING);
            case Protocol.RESET -> {
                agent.become(MachineState.STOPPED);
                start(method, progress);
            }
            case Protocol.DELETE -> {
                stop(method, progress);
                agent.become(MachineState.ABSENT);
            }
            case Protocol.WIPE, Protocol.GROW -> through(method, machine.state(), progress);
            case Protocol.QUIT -> leave();
            default -> throw new IllegalArgumentException("there is no such method");
        }
        return machine.report();
    }

    private void meet(String method) throws AgentException {
        AgentException why = refused.get(method);
        if (why != null) {
            throw why;
        }
    }

    private void start(String method, Consumer<Progress> progress) throws AgentException, InterruptedException {
        if (machine.state() == MachineState.RUNNING) {
            return;
        }
        agent.become(MachineState.STARTING);
        if (through(method, MachineState.STARTING, progress)) {
            for (Stage stage : Stage.values()) {
                agent.stage(stage);
                progress.accept(progressOf(MachineState.STARTING, stage));
            }
            agent.become(MachineState.RUNNING);
        } else if (machine.state() != MachineState.RUNNING) {
            Failure failure = machine.failure();
            throw failure == null
                    ? new AgentException(AgentException.Kind.FAILED, "The start was cut short by a stop.", "")
                    : new AgentException(AgentException.Kind.FAILED, failure.message(), failure.remedy());
        }
    }

    private void stop(String method, Consumer<Progress> progress) throws InterruptedException {
        if (machine.state() == MachineState.STOPPED || machine.state() == MachineState.ABSENT) {
            return;
        }
        agent.become(MachineState.STOPPING);
        if (through(method, MachineState.STOPPING, progress)) {
            agent.become(MachineState.STOPPED);
        }
    }

    /** Waits while the call is held, and tells of every stage meanwhile; false when the machine has gone elsewhere. */
    private boolean through(String method, MachineState meanwhile, Consumer<Progress> progress)
            throws InterruptedException {
        while (held.contains(method) && machine.state() == meanwhile) {
            long seen = machine.changes();
            progress.accept(progressOf(meanwhile, machine.stage()));
            machine.awaitChange(seen, state -> !held.contains(method));
        }
        return machine.state() == meanwhile;
    }

    private static Progress progressOf(MachineState state, @Nullable Stage stage) {
        return stage == null
                ? new Progress(state.name().toLowerCase(Locale.ROOT), 1, "Working")
                : new Progress(stage.name().toLowerCase(Locale.ROOT), stage.fraction(), stage.title());
    }

    private void leave() {
        Thread.ofVirtual().name("fake-agent-leaving").start(() -> {
            try {
                agent.kill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void watch(JsonNode params, Reports reports) throws AgentException, IOException, InterruptedException {
        meet(Protocol.WATCH);
        watchers.incrementAndGet();
        try {
            while (true) {
                long seen = machine.changes();
                reports.tell(machine.report());
                machine.awaitChange(seen, state -> false);
            }
        } finally {
            watchers.decrementAndGet();
        }
    }

    @Override
    public GuestProcess exec(JsonNode params, GuestCommand command, Consumer<Progress> progress) throws AgentException {
        made.add((Protocol.EXEC + " " + command.line()).strip());
        meet(Protocol.EXEC);
        if (machine.state() != MachineState.RUNNING) {
            throw new AgentException(AgentException.Kind.PRECHECK, "The machine \"default\" is not running.",
                    "Start it with \"wherry up\".");
        }
        try {
            return guest.start(command);
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED, String.valueOf(e.getMessage()), "");
        }
    }
}
