// What the checks look at.
package dev.wherry.engine.doctor;

import java.nio.file.Path;
import java.util.Map;

import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Settings;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;

/** An installation and one machine in it. What is costly to learn is asked once, however many checks want to know. */
final class Subject {

    private final Directories directories;
    private final String machine;
    private final MachineFiles files;
    private final Map<String, String> environment;
    private final Path userHome;
    private final AgentLauncher launcher;
    private final GuestShell shell;
    private final Once<AgentAnswer> agent;
    private final Once<GuestAnswer> guest;

    Subject(Directories directories, String machine, MachineFiles files, Map<String, String> environment,
            Path userHome) {
        this.directories = directories;
        this.machine = machine;
        this.files = files;
        this.environment = Map.copyOf(environment);
        this.userHome = userHome;
        this.launcher = new AgentLauncher(directories, machine);
        this.shell = new GuestShell(launcher);
        this.agent = new Once<>(() -> AgentAnswer.ask(launcher, machine, files));
        this.guest = new Once<>(() -> GuestAnswer.ask(agent(), shell));
    }

    Directories directories() {
        return directories;
    }

    String machine() {
        return machine;
    }

    MachineFiles files() {
        return files;
    }

    Map<String, String> environment() {
        return environment;
    }

    Path userHome() {
        return userHome;
    }

    AgentLauncher launcher() {
        return launcher;
    }

    GuestShell shell() {
        return shell;
    }

    AgentAnswer agent() throws Exception {
        return agent.get();
    }

    GuestAnswer guest() throws Exception {
        return guest.get();
    }

    MachineConfig config() throws ConfigException {
        return Settings
                .resolve(new ConfigFile(files.config()).read(), Defaults.ofThisComputer(),
                        Overrides.of(environment, Map.of()))
                .config();
    }

    /** The start of a command line about this machine. */
    String wherry() {
        return MachineCatalog.wherry(machine);
    }
}
