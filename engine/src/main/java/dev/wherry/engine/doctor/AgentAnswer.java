// How far the agent can be spoken with.
package dev.wherry.engine.doctor;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;

/** What comes of asking the agent for the machine. Asking starts neither an agent nor a VM. */
public sealed interface AgentAnswer {

    /** More than an agent ever takes, be it busy; one that joins a VM answers when that is done. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** It answered. */
    record Report(MachineReport report) implements AgentAnswer {
    }

    /**
     * There is none.
     *
     * @param vmRuns whether the machine's VM runs all the same
     * @param report what can be said without it
     */
    record Absent(boolean vmRuns, MachineReport report) implements AgentAnswer {
    }

    /** It speaks another version of the protocol. */
    record OtherVersion(String message) implements AgentAnswer {
    }

    /** It is there and says nothing sensible, for the reason {@code why}. */
    record Silent(String why) implements AgentAnswer {
    }

    /** Why the machine cannot be asked anything; empty when it runs and is served. */
    default Optional<String> obstacle() {
        return switch (this) {
            case Report(var report) when report.state() == MachineState.RUNNING -> Optional.empty();
            case Report(var report) -> Optional.of("the machine is " + report.state().name().toLowerCase(Locale.ROOT));
            case Absent absent -> Optional.of(
                    absent.vmRuns() ? "no agent serves the machine" : "the machine does not run");
            case OtherVersion other -> Optional.of("the agent is of another version");
            case Silent silent -> Optional.of("the agent does not answer");
        };
    }

    /** Asks for the machine {@code name}. */
    static AgentAnswer ask(AgentLauncher launcher, String name, MachineFiles files) throws Exception {
        try {
            return TimeLimit.within(PATIENCE, () -> askWithoutLimit(launcher, name, files));
        } catch (TimeoutException e) {
            return new Silent("it did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (AgentException e) {
            return e.kind() == AgentException.Kind.VERSION
                    ? new OtherVersion(e.getMessage())
                    : new Silent(e.getMessage());
        }
    }

    private static AgentAnswer askWithoutLimit(AgentLauncher launcher, String name, MachineFiles files)
            throws AgentException {
        Optional<ControlClient> found = launcher.find();
        if (found.isEmpty()) {
            return new Absent(QemuHypervisor.isRunning(files.vm()), MachineReport.withoutAgent(name, files));
        }
        try (ControlClient agent = found.get()) {
            return new Report(agent.status());
        }
    }
}
