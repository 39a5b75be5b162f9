// Which folders of the host the containers of a machine work in.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.docker.EngineEvents;
import dev.wherry.engine.share.Shares;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the folders watched that running containers mount, and no others: somebody's whole home would be too much. */
final class BoundFolders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoundFolders.class);
    private static final Map<String, List<String>> EVENTS = Map.of("type", List.of("container"), "event",
            List.of("start", "die"));

    private final EngineEvents events;

    /** Begins to follow the engine's containers; the engine may be out of reach as yet. */
    BoundFolders(EngineClient engine, Shares shares) {
        events = EngineEvents.follow(engine, EVENTS, new EngineEvents.Listener() {
            @Override
            public void connected() {
                list(engine, shares);
            }

            @Override
            public void happened(EngineEvent event) {
                list(engine, shares);
            }
        });
    }

    private static void list(EngineClient engine, Shares shares) {
        try {
            shares.watch(engine.containers(false).stream().flatMap(container -> container.binds().stream()).toList());
        } catch (IOException e) {
            LOG.warn("The folders of containers could not be listed; the same ones are watched as before: {}",
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
