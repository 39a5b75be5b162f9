// What can be done with a container that exists.
package dev.wherry.app.desk;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import dev.wherry.engine.docker.Containers;

/** The actions that need no more than the container. */
public enum ContainerAction {
    START(Containers::start, "created", "exited"),
    STOP(Containers::stop, "running", "paused", "restarting"),
    RESTART(Containers::restart, "running", "paused", "restarting", "exited"),
    PAUSE(Containers::pause, "running"),
    UNPAUSE(Containers::unpause, "paused"),
    KILL(Containers::kill, "running", "paused", "restarting");

    /** The call to the engine. */
    interface Call {
        void make(Containers containers, String id) throws IOException;
    }

    private final Call call;
    private final List<String> states;

    ContainerAction(Call call, String... states) {
        this.call = call;
        this.states = List.of(states);
    }

    /** Whether it makes sense for a container in {@code state}, which is the engine's word. */
    public boolean appliesTo(String state) {
        return states.contains(state);
    }

    /** Its name in resource bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    void run(Containers containers, String id) throws IOException {
        call.make(containers, id);
    }
}
