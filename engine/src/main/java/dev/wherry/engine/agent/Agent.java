// The agent: owns the machines and does what clients ask.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.VmLauncher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a user's machines to any number of clients. It leaves by itself when no VM runs or stands by, and nobody has wanted anything for a
 * while; when it leaves, or is killed, while VMs run, the next agent joins them.
 */
final class Agent implements Calls, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** How long an agent without a VM and without clients stays: long enough for the next command of a script. */
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);

    private final Directories directories;
    private final MachineCatalog catalog;
    private final Map<String, ServedMachine> machines = new TreeMap<>();
    private final ControlServer server;
    private final CountDownLatch leaving = new CountDownLatch(1);
    // What is still to be timed when the agent leaves is of no use any more.
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("timer").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledFuture<?> housekeeping;
    private @Nullable ScheduledFuture<?> departure;

    /** An agent for the machines in {@code directories}; it holds the agent's lock there. */
    Agent(Directories directories) throws IOException {
        this.directories = directories;
        this.catalog = new MachineCatalog(directories);
        this.server = new ControlServer(AgentLauncher.socketIn(directories), this, this::leaveIfIdle);
        this.housekeeping = timer.scheduleWithFixedDelay(this::keepLogsSmall, HOUSEKEEPING.toSeconds(),
                HOUSEKEEPING.toSeconds(), TimeUnit.SECONDS);
    }

    /** Serves until it is asked to leave or is no longer needed. */
    void run() throws IOException, InterruptedException {
        for (String name : catalog.names()) {
            machine(name);
        }
        Thread.ofVirtual().name("control").start(server::run);
        leaveIfIdle();
        leaving.await();
    }

    private synchronized void leaveIfIdle() {
        if (departure != null) {
            departure.cancel(false);
        }
        departure = timer.schedule(() -> {
            if (!isNeeded() && server.endAcceptingIfIdle()) {
                LOG.info("No VM runs and nobody is connected: leaving");
                leaving.countDown();
            }
        }, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isNeeded() {
        synchronized (machines) {
            return machines.values().stream().anyMatch(ServedMachine::isNeeded);
        }
    }

    private void keepLogsSmall() {
        synchronized (machines) {
            machines.values().forEach(ServedMachine::keepLogsSmall);
        }
    }

    private ServedMachine machine(String name) throws IOException {
        MachineFiles files = catalog.files(name);
        synchronized (machines) {
            return machines.computeIfAbsent(name, made -> new ServedMachine(made, files,
                    new VmLauncher(files, directories.data()), this::leaveIfIdle));
        }
    }

    private ServedMachine machineOf(JsonNode params) throws AgentException {
        try {
            return machine(params.path("machine").asText());
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.PRECHECK,
                    "Tried to use the folders of Wherry but failed because " + e.getMessage() + ".",
                    "Make them writable for you, or move them by WHERRY_HOME.");
        }
    }

    @Override
    public Object call(String method, JsonNode params, Consumer<Progress> progress)
            throws AgentException, InterruptedException {
        if (method.equals(Protocol.QUIT)) {
            // Before the answer: whoever has it may look for an agent at once, and is to find the next.
            server.endAccepting();
            leaving.countDown();
            return Map.of();
        }
        return machineOf(params).call(method, params, progress);
    }

    @Override
    public void watch(JsonNode params, Reports reports) throws AgentException, IOException, InterruptedException {
        machineOf(params).watch(reports);
    }

    @Override
    public GuestProcess exec(JsonNode params, GuestCommand command, Consumer<Progress> progress)
            throws AgentException {
        return machineOf(params).exec(command, progress);
    }

    @Override
    public void close() {
        housekeeping.cancel(false);
        timer.shutdownNow();
        server.close();
        synchronized (machines) {
            machines.values().forEach(ServedMachine::close);
        }
    }
}
