// Where docker clients find a machine's engine.
package dev.wherry.app.settings;

import java.nio.file.Path;

/** Engine sockets as DOCKER_HOST names them. */
public final class EngineUrl {

    private EngineUrl() {
    }

    /** The address of the engine at {@code socket}. */
    public static String of(Path socket) {
        return "unix://" + socket;
    }
}
