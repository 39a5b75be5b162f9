// One machine of the agent's: does with it what clients ask.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.machine.Machine;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineException;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus;
import dev.wherry.engine.machine.PrecheckException;
import dev.wherry.engine.machine.Session;
import dev.wherry.engine.machine.Stage;
import dev.wherry.engine.machine.Stay;
import dev.wherry.engine.machine.Upgrade;
import dev.wherry.engine.machine.VmLauncher;

/** A machine with its name, its files and its last known facts. Closing it lets go of its VM. */
final class ServedMachine implements AutoCloseable {

    /** How long a call waits for a machine that is just being joined, so that it meets something final. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private final String name;
    private final VmLauncher launcher;
    private final Machine machine;
    private final MachineReporter reporter;
    private final CompletableFuture<?> joined;

    /**
     * Joins the machine's VM if one runs; does not wait for it.
     *
     * @param onChange is called at every change of the machine's state
     */
    ServedMachine(String name, MachineFiles files, VmLauncher launcher, Runnable onChange) {
        this.name = name;
        this.launcher = launcher;
        this.machine = Machine.of(launcher);
        this.reporter = new MachineReporter(name, files, machine);
        machine.addListener(status -> onChange.run());
        this.joined = machine.joinIfRunning();
    }

    /** Whether the agent has to stay for it. */
    boolean isNeeded() {
        return switch (machine.status().state()) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case ABSENT, STOPPED, FAILED -> machine.isStandingBy();
        };
    }

    MachineReport call(String method, JsonNode params, Consumer<Progress> progress)
            throws AgentException, InterruptedException {
        return switch (method) {
            case Protocol.STATUS -> {
                settle();
                yield reporter.report();
            }
            case Protocol.UP -> {
                Overrides overrides = overridesIn(params);
                yield telling(progress, () -> machine.start(overrides));
            }
            case Protocol.DOWN -> telling(progress, machine::stop);
            case Protocol.KILL -> settled(progress, machine::kill);
            case Protocol.RESTART -> {
                Overrides overrides = overridesIn(params);
                yield telling(progress, () -> {
                    machine.stop();
                    machine.start(overrides);
                });
            }
            case Protocol.PAUSE -> settled(progress, machine::pause);
            case Protocol.RESUME -> settled(progress, machine::resume);
            case Protocol.CREATE -> telling(progress, machine::create);
            case Protocol.RESET -> settled(progress, machine::reset);
            case Protocol.WIPE -> telling(progress, machine::wipe);
            case Protocol.GROW -> {
                DataSize size = new DataSize(params.path("bytes").asLong());
                yield settled(progress, () -> machine.growDisk(size));
            }
            case Protocol.SHARE -> settled(progress, machine::share);
            case Protocol.PUBLISH -> settled(progress, machine::publish);
            case Protocol.UPGRADE -> {
                Upgrade upgrade = new Upgrade(machine, launcher, params.path("image").asText());
                Overrides overrides = overridesIn(params);
                yield settled(progress, () -> upgrade.run(overrides));
            }
            case Protocol.DELETE -> telling(progress, machine::delete);
            default -> throw new IllegalArgumentException("there is no such method");
        };
    }

    private static Overrides overridesIn(JsonNode params) {
        return params.has(Protocol.OVERRIDES)
                ? MessageStream.JSON.convertValue(params.path(Protocol.OVERRIDES), Overrides.class)
                : Overrides.NONE;
    }

    private void settle() {
        joined.copy().completeOnTimeout(null, SETTLE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private interface Operation {
        void run() throws MachineException, InterruptedException;
    }

    private MachineReport settled(Consumer<Progress> progress, Operation operation)
            throws AgentException, InterruptedException {
        settle();
        return telling(progress, operation);
    }

    private MachineReport telling(Consumer<Progress> progress, Operation operation)
            throws AgentException, InterruptedException {
        return following(progress, () -> {
            operation.run();
            return reporter.report();
        });
    }

    private interface Question<T> {
        T answer() throws MachineException, InterruptedException;
    }

    private <T> T following(Consumer<Progress> progress, Question<T> question)
            throws AgentException, InterruptedException {
        Consumer<MachineStatus> listener = status -> progress.accept(progressOf(status));
        machine.addListener(listener);
        if (machine.status().state() == MachineState.STARTING) {
            listener.accept(machine.status());
        }
        try {
            return question.answer();
        } catch (MachineException e) {
            throw asTold(e);
        } finally {
            machine.removeListener(listener);
        }
    }

    private AgentException asTold(MachineException e) {
        return e instanceof PrecheckException
                ? new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), e.remedy())
                : new AgentException(AgentException.Kind.FAILED, withConsole(e), e.remedy());
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
            case PAUSED -> "Paused";
            case FAILED -> "Failed";
            case ABSENT, STOPPED, STARTING -> "Stopped";
        };
        return new Progress(status.state().name().toLowerCase(Locale.ROOT), 1, message);
    }

    /** Does {@link MachineReporter#watch}. */
    void watch(Calls.Reports reports) throws IOException, InterruptedException {
        reporter.watch(reports);
    }

    GuestProcess exec(GuestCommand command, Consumer<Progress> progress) throws AgentException {
        settle();
        Stay stay = stay(progress);
        try {
            return new StayingProcess(start(command), stay);
        } catch (AgentException | RuntimeException e) {
            stay.close();
            throw e;
        }
    }

    private Stay stay(Consumer<Progress> progress) throws AgentException {
        try {
            return following(progress, machine::stay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentException(AgentException.Kind.FAILED, "The wait for the machine to run was interrupted.",
                    "Run the command again.");
        }
    }

    private GuestProcess start(GuestCommand command) throws AgentException {
        MachineState state = machine.status().state();
        String wherry = MachineCatalog.wherry(name);
        Session session = machine.session().orElseThrow(() -> state == MachineState.ABSENT
                ? new AgentException(AgentException.Kind.NO_MACHINE, "There is no machine yet.",
                        "Make and start it with \"" + wherry + " up\".")
                : new AgentException(AgentException.Kind.PRECHECK, "The machine \"" + name + "\" is not running.",
                        "Start it with \"" + wherry + " up\"."));
        try {
            return session.guest().start(command);
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED, String.valueOf(e.getMessage()),
                    "Look at \"" + wherry + " status\".");
        }
    }

    void keepLogsSmall() {
        launcher.keepLogsSmall();
    }

    @Override
    public void close() {
        machine.close();
    }
}
