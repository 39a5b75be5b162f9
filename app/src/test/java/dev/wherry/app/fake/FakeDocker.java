// A Docker engine that is not there, on a real unix socket.
package dev.wherry.app.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.FakeEngine;
import dev.wherry.engine.docker.FakeEngine.Exchange;
import dev.wherry.engine.stream.SocketStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the Engine API as dockerd 26 does (API 1.45), from memory. It is down until {@link #comeUp}; what it holds survives
 * {@link #goDown}. Every change is followed by the events of a real engine. Closes with everything it has.
 */
public final class FakeDocker implements AutoCloseable {

    private final Path socket;
    private final World world;
    private final Router router = new Router();
    private final ExecRoutes execs;
    private final Faults faults = new Faults();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private @Nullable FakeEngine engine; // guarded by this

    /** An engine for {@code socket} that holds nothing but its predefined networks. */
    public FakeDocker(Path socket) {
        this(socket, Clock.systemUTC());
    }

    /** The same with a clock of its own. */
    public FakeDocker(Path socket, Clock clock) {
        this.socket = socket;
        this.world = new World(clock);
        ContainerRoutes containers = new ContainerRoutes(world);
        containers.register(router);
        new SystemRoutes(world, containers).register(router);
        new EventRoutes(world.events).register(router);
        new LogRoutes(world).register(router);
        new StatsRoutes(world).register(router);
        new ArchiveRoutes(world).register(router);
        new TransferRoutes(world).register(router);
        new ImageRoutes(world).register(router);
        new VolumeRoutes(world).register(router);
        new NetworkRoutes(world).register(router);
        execs = new ExecRoutes(world);
        execs.register(router);
    }

    /** Puts in {@code count} containers of all kinds, always the same ones, with their images, volumes and networks. */
    public FakeDocker withContainers(int count) {
        new SampleWorld(world).containers(count);
        return this;
    }

    /** Puts in {@code count} images that no container uses. */
    public FakeDocker withImages(int count) {
        new SampleWorld(world).images(count);
        return this;
    }

    /** Puts in {@code count} volumes that no container uses. */
    public FakeDocker withVolumes(int count) {
        new SampleWorld(world).volumes(count);
        return this;
    }

    /** Puts in {@code count} networks that no container uses. */
    public FakeDocker withNetworks(int count) {
        new SampleWorld(world).networks(count);
        return this;
    }

    /** Begins to listen. Nothing happens when it does already. */
    public synchronized FakeDocker comeUp() throws IOException {
        if (engine == null) {
            engine = new FakeEngine(socket).on("GET /_ping", this::answer).otherwise(this::answer);
        }
        return this;
    }

    /** Cuts every connection and removes the socket. Nothing happens when it is down. */
    public synchronized void goDown() throws IOException {
        FakeEngine up = engine;
        engine = null;
        if (up != null) {
            up.close();
            busy.forEach(Thread::interrupt);
        }
    }

    private void answer(Exchange exchange) throws IOException {
        requests.add(exchange.method() + " " + exchange.target().replaceFirst("^/v[0-9.]+", ""));
        busy.add(Thread.currentThread());
        try {
            faults.meet(exchange);
            router.answer(exchange);
        } catch (ApiError refused) {
            new Request(exchange, List.of()).error(refused.status, refused.getMessage());
        } catch (InterruptedException e) {
            // The client has left, or the engine goes down: either way nobody listens any more.
        } finally {
            busy.remove(Thread.currentThread());
        }
    }

    /** A client of it. */
    public EngineClient client() {
        return new EngineClient(() -> SocketStream.connect(socket));
    }

    /** Where it listens while it is up. */
    public Path socket() {
        return socket;
    }

    /** Every request so far, as "METHOD /path?query" without the version. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many requests are being answered right now, streams among them. */
    public int busy() {
        return busy.size();
    }

    /** How many follow its events right now. */
    public int followers() {
        return world.events.followers();
    }

    /** Its containers, the youngest first. */
    public List<FakeContainer> containers() {
        return world.containers();
    }

    /** The container with this name or the beginning of this id. */
    public FakeContainer container(String name) {
        return world.container(name);
    }

    /** Makes and starts a container as {@code docker run} would; its image appears if it is not there. */
    public FakeContainer run(String name, String image) {
        SampleWorld sample = new SampleWorld(world);
        sample.image(image);
        FakeContainer container = world.add(name, new ContainerSpec(image, List.of("/bin/sh"), List.of(), Map.of(),
                List.of(), List.of(), "bridge", false, "no", 0), world.clock.instant());
        container.emit("create", Map.of());
        container.start();
        return container;
    }

    /** How far pulls, pushes and builds may go. */
    public Transfers transfers() {
        return world.transfers;
    }

    /** Lets figures come only with {@link #tick}, instead of once a second. */
    public FakeDocker tickByHand() {
        world.stats.byHand();
        return this;
    }

    /** Lets every stream of figures say the next ones. */
    public void tick() {
        world.stats.tick();
    }

    /** Lets {@code script} run every command in a container that is no shell. */
    public void onExec(ExecScript script) {
        execs.runs(script);
    }

    /** Refuses requests whose path (without version and query) contains what {@code pathPattern} matches. */
    public void fail(String method, String pathPattern, int status, String message) {
        faults.refuse(method, pathPattern, status, message);
    }

    /** Holds the answers to requests whose path contains what {@code pathPattern} matches, until {@code latch} opens. */
    public void slow(String pathPattern, CountDownLatch latch) {
        faults.delay(pathPattern, latch);
    }

    /** Forgets every {@link #fail} and {@link #slow}; requests that are being held stay so. */
    public void mend() {
        faults.clear();
    }

    /** Calls {@code listener} after each event, on the thread that made it. */
    void listen(Runnable listener) {
        world.events.listen(listener);
    }

    /** The published ports of the containers that are up, as (container, port). */
    Map<FakeContainer, List<ContainerSpec.Port>> publishedPorts() {
        Map<FakeContainer, List<ContainerSpec.Port>> ports = new LinkedHashMap<>();
        for (FakeContainer container : world.containers()) {
            List<ContainerSpec.Port> published = new ArrayList<>(container.spec.ports());
            published.removeIf(port -> port.host() == 0 || !port.type().equals("tcp"));
            if (container.isUp() && !published.isEmpty()) {
                ports.put(container, published);
            }
        }
        return ports;
    }

    @Override
    public void close() throws IOException {
        goDown();
    }
}
