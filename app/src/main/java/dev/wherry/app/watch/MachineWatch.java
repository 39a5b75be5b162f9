// Follows one machine for as long as the app runs.
package dev.wherry.app.watch;

import java.time.Duration;
import java.util.Optional;

import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.worker.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the agent report on the machine, and connects again whenever that connection ends. Where no VM runs there is no need of an
 * agent, and none is started; one that another program starts is noticed within {@link #PACE}.
 */
public final class MachineWatch implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(MachineWatch.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final String machineName;
    private final AgentLauncher launcher;
    private final Live<MachineView> machine;
    private final Worker worker = new Worker("machine-watch", this::run);
    private volatile boolean closed;
    private volatile @Nullable ControlClient connection;

    /**
     * Begins to follow a machine.
     *
     * @param first what is known of it before the agent is asked
     */
    public MachineWatch(AgentLauncher launcher, MachineReport first) {
        this.launcher = launcher;
        this.machineName = first.name();
        this.machine = new Live<>(new MachineView(first, null));
        worker.start();
    }

    /** The machine. */
    public Live<MachineView> machine() {
        return machine;
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    follow();
                } catch (AgentException e) {
                    LOG.debug("Nothing is heard of the machine: {}", e.getMessage());
                    lose(e);
                }
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The machine is followed no longer");
        }
    }

    private void follow() throws AgentException, InterruptedException {
        Optional<ControlClient> agent = launcher.findOrJoin();
        if (agent.isEmpty()) {
            machine.set(new MachineView(launcher.status(), null));
            return;
        }
        try (ControlClient client = agent.get()) {
            connection = client;
            if (!closed) {
                client.watch(report -> machine.set(new MachineView(report, null)));
            }
        }
        if (needsAgent(machine.get().state())) {
            throw new AgentException(AgentException.Kind.UNREACHABLE, "Wherry's agent has ended unexpectedly.", "");
        }
    }

    private static boolean needsAgent(MachineState state) {
        return switch (state) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case ABSENT, STOPPED, FAILED -> false;
        };
    }

    private void lose(AgentException why) {
        machine.update(old -> new MachineView(old.report(), Failure.of("Follow " + machineName, why)));
    }

    @Override
    public void close() {
        closed = true;
        ControlClient open = connection;
        if (open != null) {
            open.close();
        }
        worker.close();
    }
}
