// The engine, by way of the socket that docker clients use.
package dev.wherry.engine.doctor;

import java.nio.file.Path;
import java.time.Duration;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.stream.SocketStream;

/** Opens the engine socket on the host, so that the whole way of a docker client is gone. */
public final class LocalEngine {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private LocalEngine() {
    }

    /** A client of the engine whose socket is at {@code socket}. */
    public static EngineClient at(Path socket) {
        return new EngineClient(() -> SocketStream.connect(socket), DEADLINE);
    }
}
