// Keeps what the engine tells of a container up to date.
package dev.wherry.app.window.container;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.EngineWatch;
import dev.wherry.engine.docker.EngineEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engine at {@link #resume} and whenever something happens to the container, until {@link #rest}. */
final class InspectModel implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(InspectModel.class);
    private static final Duration PACE = Duration.ofMillis(300);

    private final EngineWatch engine;
    private final ContainerModel container;
    private final Live<Inspection> inspection = new Live<>(new Inspection(MissingNode.getInstance(), ""));
    private final Semaphore outdated = new Semaphore(0);
    private @Nullable Scope watching;

    /** What {@code engine} tells of {@code container}. */
    InspectModel(EngineWatch engine, ContainerModel container) {
        this.engine = engine;
        this.container = container;
    }

    /** What was told last. */
    Live<Inspection> inspection() {
        return inspection;
    }

    /** Asks, and follows the changes. */
    void resume() {
        if (watching == null) {
            watching = new Scope();
            watching.add(container.glance().listen(outdated::release));
            watching.add(engine.events().listen(this::happened));
            Thread thread = Thread.ofVirtual().name("inspect").start(this::run);
            watching.add(thread::interrupt);
        }
    }

    /** Leaves the engine alone. */
    void rest() {
        if (watching != null) {
            watching.close();
            watching = null;
        }
    }

    // Networks tell of the containers that come and go; a container's own events name it as their actor.
    private void happened() {
        EngineEvent event = engine.events().get();
        if (event.actorId().equals(container.id()) || container.id().equals(event.attributes().get("container"))) {
            outdated.release();
        }
    }

    private void run() {
        try {
            while (true) {
                outdated.acquire();
                outdated.drainPermits();
                ask();
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The container is not looked at any more");
        }
    }

    private void ask() {
        try {
            inspection.set(new Inspection(engine.client().inspect(container.id()), ""));
        } catch (IOException e) {
            LOG.debug("The container cannot be inspected: {}", e.getMessage());
            String cause = Objects.requireNonNullElse(e.getMessage(), e.toString());
            inspection.update(old -> new Inspection(old.json(), cause));
        }
    }

    @Override
    public void close() {
        rest();
    }
}
