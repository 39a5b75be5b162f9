// The agent: owns the machine and does what clients ask.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.net.Inet6Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.machine.Machine;
import dev.wherry.engine.machine.MachineException;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus;
import dev.wherry.engine.machine.PrecheckException;
import dev.wherry.engine.machine.Session;
import dev.wherry.engine.machine.Stage;
import dev.wherry.engine.machine.VmDetails;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one machine to any number of clients. It leaves by itself when no VM runs and nobody has been connected for a while;
 * when it leaves, or is killed, while a VM runs, the next agent joins that VM.
 */
final class Agent implements Calls, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** How long an agent without a VM and without clients stays: long enough for the next command of a script. */
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
    /** How long "status" waits for a machine that is just being joined, so that it can tell something final. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private final String name;
    private final Machine machine;
    private final Path engineSocket;
    private final ControlServer server;
    private final CountDownLatch leaving = new CountDownLatch(1);
    // What is still to be timed when the agent leaves is of no use any more.
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("timer").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledFuture<?> housekeeping;
    private @Nullable ScheduledFuture<?> departure;
    private volatile CompletableFuture<?> joined = CompletableFuture.completedFuture(null);

    /**
     * An agent for {@code machine}.
     *
     * @param controlSocket where clients connect
     * @param housekeeping  is run once a minute
     */
    Agent(String name, Machine machine, Path engineSocket, Path controlSocket, Runnable housekeeping)
            throws IOException {
        this.name = name;
        this.machine = machine;
        this.engineSocket = engineSocket;
        this.server = new ControlServer(controlSocket, this, this::leaveIfIdle);
        this.housekeeping = timer.scheduleWithFixedDelay(housekeeping, HOUSEKEEPING.toSeconds(),
                HOUSEKEEPING.toSeconds(), TimeUnit.SECONDS);
    }

    /** Serves until it is asked to leave or is no longer needed. */
    void run() throws InterruptedException {
        machine.addListener(status -> leaveIfIdle());
        joined = machine.joinIfRunning();
        Thread.ofVirtual().name("control").start(server::run);
        leaveIfIdle();
        leaving.await();
    }

    private synchronized void leaveIfIdle() {
        if (departure != null) {
            departure.cancel(false);
        }
        departure = timer.schedule(() -> {
            if (server.isIdle() && !isNeeded()) {
                LOG.info("No VM runs and nobody is connected: leaving");
                leaving.countDown();
            }
        }, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isNeeded() {
        return switch (machine.status().state()) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case ABSENT, STOPPED, FAILED -> false;
        };
    }

    @Override
    public Object call(String method, JsonNode params, Consumer<Progress> progress)
            throws AgentException, InterruptedException {
        return switch (method) {
            case Protocol.STATUS -> {
                joined.copy().completeOnTimeout(null, SETTLE.toSeconds(), TimeUnit.SECONDS).join();
                yield report();
            }
            case Protocol.UP -> telling(progress, machine::start);
            case Protocol.DOWN -> telling(progress, machine::stop);
            case Protocol.RESTART -> telling(progress, () -> {
                machine.stop();
                machine.start();
            });
            case Protocol.DELETE -> telling(progress, machine::delete);
            case Protocol.QUIT -> {
                leaving.countDown();
                yield Map.of();
            }
            default -> throw new IllegalArgumentException("there is no such method");
        };
    }

    private interface Operation {
        void run() throws MachineException, InterruptedException;
    }

    private MachineReport telling(Consumer<Progress> progress, Operation operation)
            throws AgentException, InterruptedException {
        Consumer<MachineStatus> listener = status -> progress.accept(progressOf(status));
        machine.addListener(listener);
        if (machine.status().state() == MachineState.STARTING) {
            listener.accept(machine.status());
        }
        try {
            operation.run();
            return report();
        } catch (PrecheckException e) {
            throw new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), e.remedy());
        } catch (MachineException e) {
            throw new AgentException(AgentException.Kind.FAILED, withConsole(e), e.remedy());
        } finally {
            machine.removeListener(listener);
        }
    }

    // The console's last lines often say what no program can conclude.
    private String withConsole(MachineException e) {
        MachineStatus.Failure failure = machine.status().failure();
        return failure == null || failure.console().isEmpty()
                ? e.getMessage()
                : e.getMessage() + "\nThe guest's console ended with:\n  " + String.join("\n  ", failure.console());
    }

    private static Progress progressOf(MachineStatus status) {
        Stage stage = status.stage();
        if (stage != null) {
            return new Progress(stage.name().toLowerCase(Locale.ROOT), stage.fraction(), stage.title());
        }
        String message = switch (status.state()) {
            case STOPPING -> "Shutting down";
            case RUNNING -> "Running";
            case FAILED -> "Failed";
            default -> "Stopped";
        };
        return new Progress(status.state().name().toLowerCase(Locale.ROOT), 1, message);
    }

    private MachineReport report() {
        MachineStatus status = machine.status();
        Session session = machine.session().orElse(null);
        Stage stage = status.stage();
        double fraction = stage != null ? stage.fraction() : status.state() == MachineState.RUNNING ? 1 : 0;
        return new MachineReport(name, status.state(), status.since().toString(), stage == null ? null : stage.title(),
                fraction, status.failure(), engineSocket.toString(), session == null ? null : vm(session.details()),
                session == null ? List.of() : session.ports().stream().map(Agent::port).toList());
    }

    private static MachineReport.Vm vm(VmDetails details) {
        return new MachineReport.Vm(details.pid(), details.accelerator(), details.reason(), details.image(),
                details.cpus(), details.memoryMiB(), details.sshPort());
    }

    private static MachineReport.Port port(PortForward forward) {
        String host = forward.host().getAddress() instanceof Inet6Address
                ? "[::1]:" + forward.host().getPort()
                : forward.host().getAddress().getHostAddress() + ":" + forward.host().getPort();
        String problem = forward.state() instanceof PortForward.State.Conflict conflict ? conflict.reason() : null;
        return new MachineReport.Port(forward.containerName(), host, forward.containerPort(), problem);
    }

    @Override
    public GuestProcess exec(GuestCommand command) throws AgentException {
        Session session = machine.session().orElseThrow(() -> new AgentException(AgentException.Kind.PRECHECK,
                "The machine is not running.", "Start it with \"wherry up\"."));
        try {
            return session.guest().start(command);
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED, String.valueOf(e.getMessage()),
                    "Look at \"wherry status\".");
        }
    }

    @Override
    public void close() throws IOException {
        housekeeping.cancel(false);
        timer.shutdownNow();
        server.close();
        machine.close();
    }
}
