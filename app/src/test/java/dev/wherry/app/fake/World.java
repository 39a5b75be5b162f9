// Everything that the fake engine holds.
package dev.wherry.app.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Containers, images, volumes and networks, and who uses what. */
final class World {

    final Clock clock;
    final EventLog events;
    final StatsClock stats = new StatsClock();
    final Transfers transfers = new Transfers();
    private final List<FakeContainer> containers = new CopyOnWriteArrayList<>();
    private final List<FakeImage> images = new CopyOnWriteArrayList<>();
    private final Map<String, FakeVolume> volumes = new ConcurrentSkipListMap<>();
    private final Map<String, FakeNetwork> networks = new ConcurrentSkipListMap<>();
    private final AtomicInteger names = new AtomicInteger();

    World(Clock clock) {
        this.clock = clock;
        this.events = new EventLog(clock);
        for (String name : FakeNetwork.PREDEFINED) {
            networks.put(name, new FakeNetwork(name, clock.instant().minusSeconds(86400), Map.of()));
        }
    }

    /** The containers, the youngest first, as the engine lists them. */
    List<FakeContainer> containers() {
        List<FakeContainer> list = new ArrayList<>(containers);
        list.sort((one, other) -> other.created.compareTo(one.created));
        return list;
    }

    /** Adds a container whose image has to be there. */
    FakeContainer add(String name, ContainerSpec spec, Instant created) {
        FakeImage image = findImage(spec.image())
                .orElseThrow(() -> new ApiError(404, "No such image: " + FakeImage.tagged(spec.image())));
        FakeContainer container = new FakeContainer(name, spec, image.id(), created, events, clock);
        for (ContainerSpec.Mount mount : spec.mounts()) {
            if (mount.type().equals("volume")) {
                container.files.mount(mount.target(), createVolume(mount.source(), Map.of()).files());
            }
        }
        containers.add(container);
        return container;
    }

    String madeUpName() {
        return "brave_ferry" + names.incrementAndGet();
    }

    void remove(FakeContainer container) {
        containers.remove(container);
        container.emit("destroy", Map.of());
    }

    Optional<FakeContainer> findContainer(String idOrName) {
        String name = idOrName.replaceFirst("^/", "");
        return containers.stream().filter(container -> container.name().equals(name)).findFirst()
                .or(() -> containers.stream().filter(container -> container.id.startsWith(name)).findFirst());
    }

    FakeContainer container(String idOrName) {
        return findContainer(idOrName)
                .orElseThrow(() -> new ApiError(404, "No such container: " + idOrName));
    }

    /** Bytes that {@code container} has written beyond its image. */
    long sizeOf(FakeContainer container) {
        return Math.floorMod(container.id.hashCode(), 50_000_000);
    }

    /** The images, the youngest first. */
    List<FakeImage> images() {
        List<FakeImage> list = new ArrayList<>(images);
        list.sort((one, other) -> other.created().compareTo(one.created()));
        return list;
    }

    Optional<FakeImage> findImage(String idOrName) {
        String digits = idOrName.replaceFirst("^sha256:", "");
        return images.stream().filter(image -> image.tags().contains(FakeImage.tagged(idOrName))).findFirst()
                .or(() -> digits.matches("[0-9a-f]{4,64}")
                        ? images.stream().filter(image -> image.id().startsWith("sha256:" + digits)).findFirst()
                        : Optional.empty());
    }

    FakeImage image(String idOrName) {
        return findImage(idOrName).orElseThrow(() -> new ApiError(404, "No such image: " + FakeImage.tagged(idOrName)));
    }

    /** Puts {@code image} in the place of one with the same id; its tags leave the others. */
    void put(FakeImage image) {
        images.removeIf(other -> other.id().equals(image.id()));
        images.replaceAll(other -> other.without(image.tags()));
        images.add(image);
    }

    void remove(FakeImage image) {
        images.removeIf(other -> other.id().equals(image.id()));
    }

    List<FakeContainer> usersOf(FakeImage image) {
        return containers.stream().filter(container -> container.imageId.equals(image.id())).toList();
    }

    Collection<FakeVolume> volumes() {
        return List.copyOf(volumes.values());
    }

    FakeVolume volume(String name) {
        return Optional.ofNullable(volumes.get(name))
                .orElseThrow(() -> new ApiError(404, "get " + name + ": no such volume"));
    }

    /** The volume {@code name}; made if there is none. */
    FakeVolume createVolume(String name, Map<String, String> labels) {
        FakeVolume old = volumes.get(name);
        if (old != null) {
            return old;
        }
        FakeVolume made = FakeVolume.of(name, clock.instant(), labels);
        volumes.put(name, made);
        events.emit("volume", "create", name, Map.of("driver", "local"));
        return made;
    }

    /** Adds a volume without telling anybody. */
    void put(FakeVolume volume) {
        volumes.put(volume.name(), volume);
    }

    void remove(FakeVolume volume) {
        volumes.remove(volume.name());
        events.emit("volume", "destroy", volume.name(), Map.of("driver", "local"));
    }

    List<FakeContainer> usersOf(FakeVolume volume) {
        return containers.stream().filter(container -> container.spec.mounts().stream()
                .anyMatch(mount -> mount.type().equals("volume") && mount.source().equals(volume.name()))).toList();
    }

    Collection<FakeNetwork> networks() {
        return List.copyOf(networks.values());
    }

    FakeNetwork network(String idOrName) {
        return networks.values().stream()
                .filter(network -> network.name().equals(idOrName) || network.id().startsWith(idOrName)).findFirst()
                .orElseThrow(() -> new ApiError(404, "network " + idOrName + " not found"));
    }

    /** Adds a network without telling anybody. */
    void put(FakeNetwork network) {
        networks.put(network.name(), network);
    }

    void remove(FakeNetwork network) {
        networks.remove(network.name());
        emit(network, "destroy");
    }

    void emit(FakeNetwork network, String action) {
        events.emit("network", action, network.id(),
                new TreeMap<>(Map.of("name", network.name(), "type", network.driver())));
    }

    /** Running containers with an endpoint in {@code network}. */
    List<FakeContainer> usersOf(FakeNetwork network) {
        return containers.stream()
                .filter(container -> container.isUp() && container.spec.network().equals(network.name())).toList();
    }
}
