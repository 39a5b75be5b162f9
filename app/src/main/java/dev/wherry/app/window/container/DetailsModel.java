// What the details of a container show.
package dev.wherry.app.window.container;

import java.util.List;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;

/** A container's settings and its ports, up to date from {@link #resume} to {@link #rest}. */
final class DetailsModel implements Subscription {

    private final InspectModel inspect;
    private final Scope scope = new Scope();
    private final Live<Details> details;
    private final Live<List<DetailsPort>> ports;

    /** The details of {@code container}. */
    DetailsModel(Desk desk, ContainerModel container) {
        this.inspect = new InspectModel(desk.engine(), container);
        scope.add(inspect);
        this.details = Live.computed(scope, () -> Details.of(inspect.inspection().get().json()), inspect.inspection());
        this.ports = Live.computed(scope, () -> {
            var summary = container.glance().get().summary();
            return summary == null
                    ? List.of()
                    : DetailsPort.of(summary, desk.machine().get().report().ports());
        }, container.glance(), desk.machine());
    }

    /** Its settings. */
    Live<Details> details() {
        return details;
    }

    /** Its ports. */
    Live<List<DetailsPort>> ports() {
        return ports;
    }

    /** Asks the engine, and follows the changes. */
    void resume() {
        inspect.resume();
    }

    /** Leaves the engine alone. */
    void rest() {
        inspect.rest();
    }

    @Override
    public void close() {
        scope.close();
    }
}
