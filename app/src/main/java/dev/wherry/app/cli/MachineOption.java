// Which machine a command is about.
package dev.wherry.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option {@code -m}, before or after the command's name. Without it the machine is WHERRY_MACHINE's, else the one chosen by
 * "wherry machine use", else the default one, which need not exist yet.
 */
final class MachineOption {

    /** The environment's word on which machine is meant. */
    static final String VARIABLE = "WHERRY_MACHINE";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;
    @Option(names = {"-m", "--machine"}, paramLabel = "NAME", description = "The machine to use.")
    private @Nullable String given;

    /** Whether it is about to be made. */
    private boolean isNew;

    /**
     * The machine {@code name}, which need not exist.
     *
     * @throws AgentException when that cannot be a machine's name
     */
    static MachineOption ofNew(String name) throws AgentException {
        try {
            MachineOption machine = new MachineOption();
            machine.given = MachineCatalog.checkName(name);
            machine.isNew = true;
            return machine;
        } catch (IllegalArgumentException e) {
            throw new AgentException(AgentException.Kind.USAGE, e.getMessage() + ".", "");
        }
    }

    private record Choice(String name, String from) {
    }

    /**
     * The machine's name.
     *
     * @throws AgentException when there is no such machine, naming those that exist
     */
    String name() throws AgentException {
        Choice choice = choice(catalog());
        if (!isNew && !choice.name.equals(MachineFiles.DEFAULT_NAME)) {
            requireExisting(choice);
        }
        return choice.name;
    }

    /** The start of a command line about this machine. */
    String wherry() throws AgentException {
        return MachineCatalog.wherry(current());
    }

    /** The name of the machine that is meant, whether there is one of that name or not. */
    String current() throws AgentException {
        return choice(catalog()).name;
    }

    /**
     * Returns when there is a machine {@code name}.
     *
     * @throws AgentException when there is not, naming those that exist
     */
    static void requireExisting(String name) throws AgentException {
        requireExisting(new Choice(name, ""));
    }

    private static void requireExisting(Choice choice) throws AgentException {
        MachineCatalog catalog = catalog();
        try {
            if (!catalog.exists(choice.name)) {
                throw missing(catalog.names(), choice);
            }
        } catch (IllegalArgumentException e) {
            throw new AgentException(AgentException.Kind.USAGE, e.getMessage() + choice.from + ".",
                    "\"wherry machine list\" shows the names.");
        }
    }

    /** The docker context of the machine {@code name}. */
    static String contextOf(String name) {
        return MachineCatalog.publicName(name);
    }

    private Choice choice(MachineCatalog catalog) throws AgentException {
        Optional<String> named = named();
        if (named.isPresent()) {
            return new Choice(named.get(), "");
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return new Choice(variable, " (named by " + VARIABLE + ")");
        }
        try {
            return new Choice(catalog.current(), " (chosen by \"wherry machine use\")");
        } catch (IOException e) {
            throw folders(e);
        }
    }

    /** The name that the command line gives; empty when it gives none. */
    Optional<String> named() {
        if (given != null) {
            return Optional.of(given);
        }
        for (CommandSpec spec = mixee; spec != null; spec = parent(spec)) {
            for (CommandSpec mixin : spec.mixins().values()) {
                if (mixin.userObject() instanceof MachineOption option && option.given != null) {
                    return Optional.of(option.given);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable CommandSpec parent(CommandSpec spec) {
        @Nullable
        CommandLine parent = spec.parent() == null ? null : spec.parent().commandLine();
        return parent == null ? null : parent.getCommandSpec();
    }

    private static AgentException missing(List<String> names, Choice choice) {
        String others = names.isEmpty() ? "there is none yet" : "there are: " + String.join(", ", names);
        return new AgentException(AgentException.Kind.NO_MACHINE,
                "There is no machine \"" + choice.name + "\"" + choice.from + "; " + others + ".",
                "Make it with \"wherry machine create " + choice.name + "\".");
    }

    /** The machine's files. */
    MachineFiles files() throws AgentException {
        try {
            return catalog().files(name());
        } catch (IOException e) {
            throw folders(e);
        }
    }

    /** The way to the agent, on behalf of this machine. */
    AgentLauncher launcher() throws AgentException {
        return new AgentLauncher(Directories.ofCurrentUser(), name());
    }

    /** The agent, on behalf of this machine; started if there is none. */
    ControlClient connect() throws AgentException, InterruptedException {
        return launcher().findOrStart();
    }

    /**
     * The agent, on behalf of this machine, which has to exist.
     *
     * @throws AgentException when it does not
     */
    ControlClient connectToExisting() throws AgentException, InterruptedException {
        if (!catalog().exists(name())) {
            throw new AgentException(AgentException.Kind.NO_MACHINE, "There is no machine yet.",
                    "Make and start it with \"wherry up\".");
        }
        return connect();
    }

    /**
     * Returns when the machine runs, or is paused, or stopped until somebody needs it: what goes on to the guest lets it run.
     *
     * @throws AgentException when it does not
     */
    void requireUp() throws AgentException, InterruptedException {
        MachineReport report = launcher().status();
        if (report.state() != MachineState.PAUSED && !report.standsBy()) {
            requireRunning(report);
        }
    }

    /**
     * The machine, which has to run.
     *
     * @throws AgentException when it does not
     */
    MachineReport requireRunning() throws AgentException, InterruptedException {
        return requireRunning(launcher().status());
    }

    private static MachineReport requireRunning(MachineReport report) throws AgentException {
        return switch (report.state()) {
            case RUNNING -> report;
            case ABSENT -> throw new AgentException(AgentException.Kind.NO_MACHINE, "There is no machine yet.",
                    "Make and start it with \"wherry up\".");
            case PAUSED -> throw new AgentException(AgentException.Kind.PRECHECK,
                    "The machine \"" + report.name() + "\" is paused.",
                    "Let it run on with \"" + MachineCatalog.wherry(report.name()) + " resume\".");
            case STOPPED, STARTING, STOPPING, FAILED -> throw new AgentException(AgentException.Kind.PRECHECK,
                    "The machine \"" + report.name() + "\" is not running.",
                    "Start it with \"" + MachineCatalog.wherry(report.name()) + " up\".");
        };
    }

    static MachineCatalog catalog() {
        return new MachineCatalog(Directories.ofCurrentUser());
    }

    private static AgentException folders(IOException e) {
        return new AgentException(AgentException.Kind.PRECHECK,
                "Tried to use Wherry's folders but failed because " + e.getMessage() + ".",
                "Make them readable and writable for you, or move them by WHERRY_HOME.");
    }
}
