// Where docker clients find a machine's engine.
package dev.wherry.app.settings;

import java.nio.file.Path;

import dev.wherry.engine.host.PipeName;
import dev.wherry.engine.host.Platform;

/** Engine sockets as DOCKER_HOST names them. */
public final class EngineUrl {

    private EngineUrl() {
    }

    /** The address of the engine at {@code socket}. */
    public static String of(Path socket) {
        return PipeName.url(socket, Platform.current().os());
    }
}
