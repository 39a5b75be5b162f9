// Follows the engine for as long as the app runs.
package dev.wherry.app.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.docker.EngineEvents;
import dev.wherry.engine.docker.ImageSummary;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.docker.NetworkSummary;
import dev.wherry.engine.docker.Networks;
import dev.wherry.engine.docker.VolumeSummary;
import dev.wherry.engine.docker.Volumes;
import dev.wherry.engine.stream.SocketStream;
import org.jspecify.annotations.Nullable;

/** What the engine has, while the machine runs; nothing is known otherwise. */
public final class EngineWatch implements Subscription {

    private final Live<MachineView> machine;
    private final Live<Listing<ContainerSummary>> containers = new Live<>(Listing.unknown());
    private final Live<Listing<ImageSummary>> images = new Live<>(Listing.unknown());
    private final Live<Listing<VolumeSummary>> volumes = new Live<>(Listing.unknown());
    private final Live<Listing<NetworkSummary>> networks = new Live<>(Listing.unknown());
    private final Live<EngineEvent> events = new Live<>(new EngineEvent("", "", "", Map.of(), 0));
    private final Scope scope = new Scope();
    private final EngineClient client;
    private @Nullable Scope following; // guarded by this

    /** Follows the engine of {@code machine}. */
    public EngineWatch(Live<MachineView> machine) {
        this.machine = machine;
        this.client = new EngineClient(() -> SocketStream.connect(Path.of(machine.get().report().engineSocket())));
        scope.add(machine.listen(this::follow));
    }

    /** Talks to the engine; calls fail while the machine does not run. */
    public EngineClient client() {
        return client;
    }

    /** All containers, the stopped ones too. */
    public Live<Listing<ContainerSummary>> containers() {
        return containers;
    }

    /** All container images. */
    public Live<Listing<ImageSummary>> images() {
        return images;
    }

    /** All volumes, without their sizes. */
    public Live<Listing<VolumeSummary>> volumes() {
        return volumes;
    }

    /** All networks. */
    public Live<Listing<NetworkSummary>> networks() {
        return networks;
    }

    /** What happened last. */
    public Live<EngineEvent> events() {
        return events;
    }

    private synchronized void follow() {
        boolean answers = machine.get().engineAnswers();
        if (answers && following == null) {
            following = start();
        } else if (!answers && following != null) {
            stop(following);
        }
    }

    private Scope start() {
        List<EngineList<?>> lists = List.of(
                new EngineList<>("containers", this::list, Concern::containers, containers),
                new EngineList<>("images", new Images(client)::list, Concern::images, images),
                new EngineList<>("volumes", new Volumes(client)::list, Concern::volumes, volumes),
                new EngineList<>("networks", new Networks(client)::list, Concern::networks, networks));
        Scope started = new Scope();
        lists.forEach(started::add);
        EngineEvents following = EngineEvents.follow(client, Map.of(), new EngineEvents.Listener() {
            @Override
            public void connected() {
                lists.forEach(EngineList::relist);
            }

            @Override
            public void happened(EngineEvent event) {
                lists.forEach(list -> list.happened(event));
                events.set(event);
            }
        });
        started.add(following::close);
        return started;
    }

    private List<ContainerSummary> list() throws IOException {
        return client.containers(true).stream().filter(container -> !container.helper()).toList();
    }

    private void stop(Scope started) {
        started.close();
        following = null;
        containers.set(Listing.unknown());
        images.set(Listing.unknown());
        volumes.set(Listing.unknown());
        networks.set(Listing.unknown());
    }

    @Override
    public void close() {
        scope.close();
        synchronized (this) {
            if (following != null) {
                stop(following);
            }
        }
    }
}
