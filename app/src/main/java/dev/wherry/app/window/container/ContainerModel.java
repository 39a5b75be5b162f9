// Follows one container in the engine's list.
package dev.wherry.app.window.container;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.window.container.ContainerGlance.Presence;
import dev.wherry.engine.docker.ContainerSummary;

/** One container, until it is closed. */
final class ContainerModel implements Subscription {

    private static final int SHORT = 12;

    private final String id;
    private final Live<ContainerGlance> glance = new Live<>(new ContainerGlance(Presence.UNKNOWN, null));
    private final Subscription subscription;

    ContainerModel(Desk desk, String id) {
        this.id = id;
        Live<Listing<ContainerSummary>> containers = desk.engine().containers();
        this.subscription = containers.listen(() -> glance.update(old -> look(containers.get(), old)));
    }

    private ContainerGlance look(Listing<ContainerSummary> containers, ContainerGlance old) {
        if (!containers.known()) {
            return new ContainerGlance(Presence.UNKNOWN, old.summary());
        }
        return containers.items().stream().filter(container -> container.id().equals(id)).findAny()
                .map(container -> new ContainerGlance(Presence.THERE, container))
                .orElseGet(() -> new ContainerGlance(Presence.GONE, old.summary()));
    }

    /** Its full id. */
    String id() {
        return id;
    }

    /** Its name; the short form of its id while that is not known. */
    String name() {
        ContainerSummary summary = glance.get().summary();
        return summary == null ? id.substring(0, Math.min(SHORT, id.length())) : summary.name();
    }

    /** How it is. */
    Live<ContainerGlance> glance() {
        return glance;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
