// How much is in each volume.
package dev.wherry.app.window.volumes;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.EngineWatch;
import dev.wherry.engine.docker.VolumeSummary;
import dev.wherry.engine.docker.Volumes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counted when somebody looks, and not at every event but for new volumes: the engine reads every file's size for it. */
final class VolumeSizes implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(VolumeSizes.class);

    private final EngineWatch engine;
    private final Live<Map<String, Long>> sizes = new Live<>(Map.of());
    private final Scope scope = new Scope();
    private boolean watched; // guarded by this
    private boolean due; // guarded by this
    private @Nullable Thread counting; // guarded by this

    VolumeSizes(EngineWatch engine) {
        this.engine = engine;
        scope.add(engine.volumes().listen(this::countNew));
    }

    /** The sizes by the volumes' names, as they were when they were last counted. */
    Live<Map<String, Long>> sizes() {
        return sizes;
    }

    /** Somebody begins to look, or does not look any more. */
    void watch(boolean watching) {
        synchronized (this) {
            watched = watching;
        }
        if (watching) {
            refresh();
        }
    }

    /** Has them counted anew, as soon as the engine answers. */
    void refresh() {
        synchronized (this) {
            due = true;
        }
        countIfDue();
    }

    private synchronized void countNew() {
        due |= watched && engine.volumes().get().items().stream()
                .anyMatch(volume -> !sizes.get().containsKey(volume.name()));
        countIfDue();
    }

    private synchronized void countIfDue() {
        if (due && counting == null && engine.volumes().get().known()) {
            due = false;
            counting = Thread.ofVirtual().name("volume-sizes").start(this::count);
        }
    }

    private void count() {
        try {
            sizes.set(new Volumes(engine.client()).listWithSizes().stream()
                    .collect(Collectors.toUnmodifiableMap(VolumeSummary::name, VolumeSummary::size)));
        } catch (IOException e) {
            LOG.debug("The volumes' sizes stay unknown: {}", e.getMessage());
        } finally {
            synchronized (this) {
                counting = null;
            }
        }
        countIfDue();
    }

    @Override
    public void close() {
        scope.close();
        synchronized (this) {
            due = false;
            if (counting != null) {
                counting.interrupt();
            }
        }
    }
}
