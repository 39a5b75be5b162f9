// How commands reach the agent.
package dev.wherry.app.cli;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.host.Directories;

/** The agent of the user who runs this command. */
final class Agents {

    private Agents() {
    }

    static AgentLauncher launcher() {
        return new AgentLauncher(Directories.ofCurrentUser());
    }

    /** The agent; started if there is none. */
    static ControlClient connect() throws AgentException, InterruptedException {
        return launcher().findOrStart();
    }
}
