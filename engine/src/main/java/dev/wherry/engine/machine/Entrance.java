// The engine socket of one machine, which may outlive the VM behind it.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.wherry.engine.forward.EngineSocket;
import dev.wherry.engine.forward.Gate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is opened by a start and closed when the machine is stopped. A machine that is stopped because nobody uses it stands by: its
 * entrance stays open, for the next start to take over with all who wait there.
 */
final class Entrance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final Path path;
    private final Gate gate;
    private @Nullable EngineSocket socket; // guarded by this, as is the other
    private @Nullable Duration unused;

    /** At {@code path}, where everybody passes {@code gate}. */
    Entrance(Path path, Gate gate) {
        this.path = path;
        this.gate = gate;
    }

    /**
     * Opens it; nothing happens when it is open and still in its place.
     *
     * @throws IOException when something else is in its place
     */
    synchronized EngineSocket open() throws IOException {
        EngineSocket opened = socket;
        if (opened != null && !opened.isInPlace()) {
            LOG.warn("The engine socket {} is gone and is made anew", path);
            shut();
            opened = null;
        }
        if (opened == null) {
            opened = EngineSocket.serve(path, gate);
            socket = opened;
        }
        return opened;
    }

    /** Lets it stay open although the VM ends, which nobody has used for {@code unused}. */
    synchronized void standBy(Duration unused) {
        this.unused = unused;
    }

    /** Ends {@link #standBy}: the machine runs, or is to be stopped for good. */
    synchronized void standByNoLonger() {
        unused = null;
    }

    /** For how long nobody had used the machine that stands by; empty when it does not. */
    synchronized Optional<Duration> standingByAfter() {
        return Optional.ofNullable(unused);
    }

    @Override
    public synchronized void close() {
        unused = null;
        shut();
    }

    private void shut() {
        EngineSocket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("Tried to close the engine socket but failed", e);
            }
        }
    }
}
