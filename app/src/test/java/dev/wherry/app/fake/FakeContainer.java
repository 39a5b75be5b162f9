// A container that is not there.
package dev.wherry.app.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** A container of the fake engine; every change of its state is told as the engine's events tell it. */
public final class FakeContainer {

    /** The states of a container, by the names of the Engine API. */
    public enum State {
        CREATED,
        RUNNING,
        PAUSED,
        RESTARTING,
        EXITED,
        DEAD;

        /** As JSON has it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final String id;
    final ContainerSpec spec;
    final String imageId;
    final Instant created;
    /** Its output. */
    public final FakeLog log;
    /** Its files. */
    final FileTree files;
    private final EventLog events;
    private final Clock clock;
    private volatile String name;
    private volatile State state = State.CREATED;
    private volatile @Nullable Instant started;
    private volatile @Nullable Instant finished;
    private volatile int exitCode;
    private volatile @Nullable String health;

    FakeContainer(String name, ContainerSpec spec, String imageId, Instant created, EventLog events, Clock clock) {
        this.id = Ids.of(name + created);
        this.name = name;
        this.spec = spec;
        this.imageId = imageId;
        this.created = created;
        this.events = events;
        this.clock = clock;
        this.log = new FakeLog(clock);
        this.files = FileTree.ofContainer(name);
    }

    /** Puts it into a state without any event, as if it had been in it since {@code since}. */
    void found(State found, Instant since, int code) {
        state = found;
        exitCode = code;
        if (found != State.CREATED) {
            started = found == State.EXITED ? since.minusSeconds(3600) : since;
            finished = found == State.EXITED || found == State.DEAD ? since : null;
        }
    }

    /** 64 hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Its name, without a slash. */
    public String name() {
        return name;
    }

    /** What it is doing. */
    public State state() {
        return state;
    }

    @Nullable
    Instant started() {
        return started;
    }

    @Nullable
    Instant finished() {
        return finished;
    }

    int exitCode() {
        return exitCode;
    }

    @Nullable
    String health() {
        return health;
    }

    /** Whether it has processes. */
    public boolean isUp() {
        return state == State.RUNNING || state == State.PAUSED || state == State.RESTARTING;
    }

    /** Ends by itself with {@code code}. */
    public void exit(int code) {
        die(code);
    }

    /** Its health check comes to {@code verdict}: {@code starting}, {@code healthy} or {@code unhealthy}. */
    public void health(String verdict) {
        health = verdict;
        emit("health_status: " + verdict, Map.of());
    }

    /** Starts; false when it is up already. */
    synchronized boolean start() {
        if (isUp()) {
            return false;
        }
        state = State.RUNNING;
        started = clock.instant();
        finished = null;
        exitCode = 0;
        emitNetwork("connect");
        emit("start", Map.of());
        return true;
    }

    /** Stops; false when it is not up. */
    synchronized boolean stop(int code, String signal) {
        if (!isUp()) {
            return false;
        }
        emit("kill", Map.of("signal", signal));
        die(code);
        emit("stop", Map.of());
        return true;
    }

    /** Sends a signal; every one but those that only ask for something ends the container. */
    synchronized void kill(String signal) {
        if (!isUp()) {
            throw new ApiError(409, "cannot kill container: " + name + ": container " + id + " is not running");
        }
        emit("kill", Map.of("signal", signal));
        switch (signal) {
            case "1", "10", "12", "28" -> log.add("Got signal " + signal);
            default -> die(signal.equals("15") ? 143 : 137);
        }
    }

    synchronized void pause() {
        if (state != State.RUNNING) {
            throw new ApiError(409,
                    "container " + id + (state == State.PAUSED ? " is already paused" : " is not running"));
        }
        state = State.PAUSED;
        emit("pause", Map.of());
    }

    synchronized void unpause() {
        if (state != State.PAUSED) {
            throw new ApiError(500, "Container " + id + " is not paused");
        }
        state = State.RUNNING;
        emit("unpause", Map.of());
    }

    synchronized void rename(String to) {
        String before = name;
        name = to;
        emit("rename", Map.of("oldName", "/" + before));
    }

    private synchronized void die(int code) {
        state = State.EXITED;
        exitCode = code;
        Instant now = clock.instant();
        finished = now;
        log.wake();
        Instant since = started;
        emit("die", Map.of("exitCode", String.valueOf(code), "execDuration",
                String.valueOf(since == null ? 0 : Duration.between(since, now).toSeconds())));
        emitNetwork("disconnect");
    }

    void emit(String action, Map<String, String> more) {
        Map<String, String> attributes = new TreeMap<>(spec.labels());
        attributes.put("image", spec.image());
        attributes.put("name", name);
        attributes.putAll(more);
        events.emit("container", action, id, attributes);
    }

    private void emitNetwork(String action) {
        events.emit("network", action, FakeNetwork.idOf(spec.network()),
                Map.of("container", id, "name", spec.network(), "type", FakeNetwork.driverOf(spec.network())));
    }
}
