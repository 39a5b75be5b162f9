// One kind of the engine's things, listed anew whenever an event says that they have changed.
package dev.wherry.app.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A list that keeps itself right. Events that come while a listing is under way lead to one more listing, however many they are. */
final class EngineList<T> implements Subscription {

    /** Asks the engine. */
    interface Source<T> {
        List<T> list() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(EngineList.class);
    /** A storm of events leads to five listings a second. */
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final Source<T> source;
    private final Predicate<EngineEvent> concerns;
    private final Live<Listing<T>> listing;
    private final Semaphore outdated = new Semaphore(0);
    private final Worker worker;

    /** @param concerns which events can change the list */
    EngineList(String name, Source<T> source, Predicate<EngineEvent> concerns, Live<Listing<T>> listing) {
        this.source = source;
        this.concerns = concerns;
        this.listing = listing;
        this.worker = Worker.start("list-" + name, this::run);
    }

    void happened(EngineEvent event) {
        if (concerns.test(event)) {
            relist();
        }
    }

    void relist() {
        outdated.release();
    }

    private void run() {
        try {
            while (true) {
                outdated.acquire();
                outdated.drainPermits();
                try {
                    listing.set(new Listing<>(true, source.list()));
                } catch (IOException e) {
                    LOG.debug("The engine could not be asked: {}", e.getMessage());
                    if (!outdated.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                        outdated.release();
                    }
                }
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Nothing is listed any more");
        }
    }

    @Override
    public void close() {
        // What it is just hearing must not overwrite what is said after this.
        worker.close();
    }
}
