// Where docker clients find a machine's engine.
package dev.wherry.app.cli;

import java.nio.file.Path;

/** Engine sockets as DOCKER_HOST names them. */
final class EngineUrl {

    private EngineUrl() {
    }

    static String of(Path socket) {
        return "unix://" + socket;
    }
}
