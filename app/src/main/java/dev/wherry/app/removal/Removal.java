// Taking away all that Wherry keeps for a user.
package dev.wherry.app.removal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.wherry.app.instance.SingleInstance;
import dev.wherry.app.settings.MachineContext;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.Progress;
import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.desktop.HostDesktop;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;
import org.jspecify.annotations.Nullable;

/** Every machine, docker context and setting, all logs, and the start at login; what the package brought stays. */
public final class Removal {

    private static final String HOME_VARIABLE = "WHERRY_HOME";

    private final Directories directories;
    private final MachineCatalog catalog;
    private final Map<String, String> environment;
    private final Path home;
    private final Autostart autostart;

    /** Of the user who runs this process. */
    public static Removal ofCurrentUser() {
        return new Removal(Directories.ofCurrentUser(), System.getenv(), Directories.home(),
                HostDesktop.ofCurrentUser().autostart());
    }

    Removal(Directories directories, Map<String, String> environment, Path home, Autostart autostart) {
        this.directories = directories;
        this.catalog = new MachineCatalog(directories);
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.autostart = autostart;
    }

    /** The machines that would be deleted. */
    public List<String> machines() {
        return catalog.names();
    }

    /**
     * Returns when nothing speaks against the removal.
     *
     * @throws AgentException when the app runs, which would go on using what is deleted
     */
    public void check() throws AgentException {
        try {
            if (SingleInstance.runs(directories.runtime())) {
                throw new AgentException(AgentException.Kind.PRECHECK,
                        "Nothing was deleted: the app of Wherry is running.",
                        "Quit it first, by its menu in the tray or with Ctrl+Q in its window.");
            }
        } catch (IOException e) {
            throw failed(directories.runtime(), e);
        }
    }

    /** Deletes all of it; {@code progress} is told how each machine is deleted. */
    public void run(Consumer<Progress> progress) throws AgentException, InterruptedException {
        check();
        // A context may be left of a machine that has no disk.
        List<String> machines = new ArrayList<>(List.of(MachineFiles.DEFAULT_NAME));
        for (String name : machines()) {
            try (ControlClient agent = new AgentLauncher(directories, name).findOrStart()) {
                agent.delete(progress);
            }
            machines.add(name);
        }
        for (String name : machines) {
            removeContext(name);
        }
        new AgentLauncher(directories, MachineFiles.DEFAULT_NAME).quitAndWait();
        try {
            @Nullable
            String common = environment.get(HOME_VARIABLE);
            if (common == null) {
                // What starts at login knows nothing of that variable.
                autostart.disable();
            }
            new UserFolders(directories, common == null ? null : Path.of(common)).delete();
        } catch (IOException e) {
            throw failed(directories.data(), e);
        }
    }

    private void removeContext(String name) throws AgentException {
        try {
            new MachineContext(name, catalog.files(name), environment, home).remove();
        } catch (IOException e) {
            throw failed(directories.runtime(), e);
        }
    }

    private static AgentException failed(Path folder, IOException e) {
        return new AgentException(AgentException.Kind.FAILED,
                "Tried to delete what Wherry keeps in " + folder + " and its other folders but failed because of " + e
                        + ".",
                "Make them writable for you, and try again.");
    }
}
