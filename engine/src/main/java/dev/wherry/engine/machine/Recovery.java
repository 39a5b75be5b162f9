// After a standstill: looks whether everything between host and guest works, and mends what does not.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.time.Duration;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.RunningContainers;
import dev.wherry.engine.forward.EngineSocket;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.share.Shares;
import dev.wherry.engine.stream.SocketStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a running machine that a standstill may have broken. */
record Recovery(SshGuest guest, EngineSocket engineSocket, RunningContainers containers,
        Shares shares) implements ClockWatch.Healer {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** Longer than the engine takes on a computer that has much to do after it has woken up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void heal() throws InterruptedException {
        try {
            // By the way that docker clients take.
            new EngineClient(() -> SocketStream.connect(engineSocket.path())).ping(PATIENCE);
        } catch (IOException e) {
            // The guest has just answered, so its connection is alive: to cut it would only end what people do over it.
            LOG.warn("The engine does not answer on {}: {}", engineSocket.path(), e.getMessage());
        }
        containers.refresh();
        shares.check();
    }

    @Override
    public void reconnect() {
        guest.renew();
    }
}
