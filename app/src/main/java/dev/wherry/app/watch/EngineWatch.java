// Follows the engine for as long as the app runs.
package dev.wherry.app.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.docker.EngineEvents;
import dev.wherry.engine.stream.SocketStream;
import org.jspecify.annotations.Nullable;

/** What the engine has, while the machine runs; nothing is known otherwise. */
public final class EngineWatch implements Subscription {

    private final Live<MachineView> machine;
    private final Live<Listing<ContainerSummary>> containers = new Live<>(Listing.unknown());
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
                new EngineList<>("containers", () -> client.containers(true), EngineWatch::concernsContainers,
                        containers));
        Scope started = new Scope();
        lists.forEach(started::add);
        EngineEvents events = EngineEvents.follow(client, Map.of(), new EngineEvents.Listener() {
            @Override
            public void connected() {
                lists.forEach(EngineList::relist);
            }

            @Override
            public void happened(EngineEvent event) {
                lists.forEach(list -> list.happened(event));
            }
        });
        started.add(events::close);
        return started;
    }

    private void stop(Scope started) {
        started.close();
        following = null;
        containers.set(Listing.unknown());
    }

    // Health checks run a command in the container every few seconds, each with three events that change nothing.
    private static final Set<String> CHANGES_NOTHING = Set.of("exec_create", "exec_start", "exec_die", "exec_detach",
            "top", "resize", "attach", "detach", "archive-path", "extract-to-dir", "export", "copy");
    private static final Set<String> CHANGES_ADDRESSES = Set.of("connect", "disconnect");

    private static boolean concernsContainers(EngineEvent event) {
        String action = event.action().split(":", 2)[0];
        return switch (event.type()) {
            case "container" -> !CHANGES_NOTHING.contains(action);
            case "network" -> CHANGES_ADDRESSES.contains(action);
            default -> false;
        };
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
