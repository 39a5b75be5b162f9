// The docker context of one machine.
package dev.wherry.app.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.docker.ContextException;
import dev.wherry.engine.docker.DockerContexts;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;

/** Lets docker clients and IDEs find the machine's engine by a name. Nothing else of docker's settings is changed unasked. */
public final class MachineContext {

    private final String name;
    private final String host;
    private final Path folder;

    /**
     * The context of the machine {@code machine}.
     *
     * @param environment variables of this process, which may name the docker client's folder
     * @param home        the user's home folder
     */
    public MachineContext(String machine, MachineFiles files, Map<String, String> environment, Path home) {
        this.name = MachineCatalog.publicName(machine);
        this.host = EngineUrl.of(files.engineSocket());
        this.folder = DockerContexts.folder(environment, home);
    }

    private interface Call<T> {
        T to(DockerContexts contexts) throws IOException, ContextException;
    }

    /** What docker clients call it. */
    public String name() {
        return name;
    }

    /** Whether Wherry has made it. */
    public boolean isInstalled() throws AgentException {
        return call(contexts -> contexts.has(name));
    }

    /**
     * Makes it.
     *
     * @param use whether to make it docker's current context, too
     */
    public void install(boolean use) throws AgentException {
        call(contexts -> {
            contexts.install(name, host, use);
            return true;
        });
    }

    /** Takes it away; everything is as before. False when there was none. */
    public boolean remove() throws AgentException {
        return call(contexts -> contexts.remove(name));
    }

    private <T> T call(Call<T> call) throws AgentException {
        try {
            return call.to(new DockerContexts(folder));
        } catch (ContextException e) {
            throw new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), e.remedy());
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED,
                    "Tried to change docker's contexts in " + folder + " but failed because of " + e + ".",
                    "Make the folder readable and writable for you, or name another by DOCKER_CONFIG.");
        }
    }
}
