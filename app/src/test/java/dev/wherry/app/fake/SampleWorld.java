// What a busy developer's engine holds.
package dev.wherry.app.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.wherry.app.fake.ContainerSpec.Mount;
import dev.wherry.app.fake.ContainerSpec.Port;
import dev.wherry.app.fake.FakeContainer.State;

/** Fills the fake engine with things that are always the same. */
final class SampleWorld {

    /** A kind of container: what it is called, what it runs, and where it listens. */
    private record Kind(String name, String image, int port, String command) {
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("web", "nginx:1.27-alpine", 80, "nginx -g daemon off;"),
            new Kind("db", "postgres:16", 5432, "postgres"),
            new Kind("cache", "redis:7-alpine", 6379, "redis-server"),
            new Kind("api", "ghcr.io/acme/orders-api:2.4.1", 3000, "node server.js"),
            new Kind("worker", "ghcr.io/acme/orders-worker:2.4.1", 0, "python -m worker --queue mail"),
            new Kind("queue", "rabbitmq:3-management", 15672, "rabbitmq-server"),
            new Kind("search", "elasticsearch:8.15.0", 9200, "/usr/local/bin/docker-entrypoint.sh eswrapper"),
            new Kind("mail", "axllent/mailpit", 8025, "/mailpit"));
    private static final List<String> PROJECTS = List.of("shop", "blog", "monitoring", "");
    private static final List<State> STATES = List.of(State.RUNNING, State.RUNNING, State.RUNNING, State.EXITED,
            State.RUNNING, State.PAUSED, State.RUNNING, State.EXITED, State.CREATED, State.RUNNING, State.RESTARTING,
            State.RUNNING, State.RUNNING, State.DEAD);
    private static final int LOG_LINES = 40;
    private static final int BLOCK = 4;

    private final World world;

    SampleWorld(World world) {
        this.world = world;
    }

    void containers(int count) {
        for (int i = 0; i < count; i++) {
            container(i);
        }
    }

    private void container(int number) {
        Kind kind = KINDS.get(number % KINDS.size());
        String project = PROJECTS.get(number / BLOCK % PROJECTS.size());
        int round = number / (BLOCK * PROJECTS.size());
        String group = project.isEmpty() || round == 0 ? project : project + "-" + (round + 1);
        String name = group.isEmpty()
                ? kind.name + (number < KINDS.size() ? "" : "-" + number)
                : group + "-" + kind.name + "-1";
        image(kind.image);
        // Every container is a bit older than the one before.
        Instant created = world.clock.instant().minus(Duration.ofMinutes(47L * (number + 1)));
        FakeContainer container = world.add(name, spec(kind, group, number), created);
        State state = STATES.get(number % STATES.size());
        container.found(state, created.plusSeconds(2), exitCode(state, number));
        container.log.fill(LOG_LINES);
    }

    private static int exitCode(State state, int number) {
        return switch (state) {
            case EXITED -> number % 3 == 0 ? 137 : number % 2;
            case RESTARTING -> 1;
            default -> 0;
        };
    }

    private ContainerSpec spec(Kind kind, String group, int number) {
        List<Port> ports = kind.port == 0
                ? List.of()
                : List.of(new Port(kind.port, "tcp", number % 5 == 4 ? 0 : 8000 + number));
        List<Mount> mounts = new ArrayList<>();
        if (kind.name.equals("db") || kind.name.equals("search")) {
            String volume = (group.isEmpty() ? "solo" : group) + "_" + kind.name + "-data";
            world.put(FakeVolume.of(volume, world.clock.instant().minus(Duration.ofDays(3)), compose(group)));
            mounts.add(new Mount("volume", volume, "/var/lib/data", true));
        } else if (kind.name.equals("web")) {
            mounts.add(new Mount("bind", "/Users/me/site", "/usr/share/nginx/html", false));
        }
        return new ContainerSpec(kind.image, List.of(kind.command.split(" ")),
                List.of("PATH=/usr/local/bin:/usr/bin:/bin", "LOG_LEVEL=info", "DB_PASSWORD=secret"),
                labels(group, kind.name), ports, mounts, network(group), number % BLOCK == 3,
                number % 2 == 0 ? "unless-stopped" : "no", number % 3 == 0 ? 512L << 20 : 0);
    }

    private String network(String group) {
        if (group.isEmpty()) {
            return "bridge";
        }
        world.put(new FakeNetwork(group + "_default", world.clock.instant().minus(Duration.ofDays(3)), compose(group)));
        return group + "_default";
    }

    private static Map<String, String> compose(String group) {
        return group.isEmpty() ? Map.of() : Map.of("com.docker.compose.project", group);
    }

    private static Map<String, String> labels(String group, String service) {
        Map<String, String> labels = new LinkedHashMap<>(compose(group));
        if (!group.isEmpty()) {
            labels.put("com.docker.compose.service", service);
            labels.put("com.docker.compose.container-number", "1");
            labels.put("com.docker.compose.oneoff", "False");
            labels.put("com.docker.compose.version", "2.29.7");
            labels.put("com.docker.compose.project.working_dir", "/Users/me/" + group);
            labels.put("com.docker.compose.project.config_files", "/Users/me/" + group + "/compose.yaml");
        }
        return labels;
    }

    /** Puts in the image {@code name} unless it is there. */
    void image(String name) {
        if (world.findImage(name).isEmpty()) {
            int size = Math.floorMod(Ids.of(name).hashCode(), 400_000_000) + 5_000_000;
            world.put(FakeImage.of(name, size, world.clock.instant().minus(Duration.ofDays(size % 200 + 1))));
        }
    }

    void images(int count) {
        for (int i = 0; i < count; i++) {
            if (i % 5 == 4) {
                world.put(new FakeImage(Ids.digest("dangling " + i), List.of(), 31_000_000L + i * 77_777L,
                        world.clock.instant().minus(Duration.ofHours(5L * i)), Map.of()));
            } else {
                image("registry.example.com/team/service-" + i + ":1." + i);
            }
        }
    }

    void volumes(int count) {
        for (int i = 0; i < count; i++) {
            String name = i % 4 == 3 ? Ids.of("anonymous volume " + i) : "backup-" + i;
            world.put(FakeVolume.of(name, world.clock.instant().minus(Duration.ofDays(i + 1)),
                    i % 4 == 3 ? FakeVolume.ANONYMOUS : Map.of()));
        }
    }

    void networks(int count) {
        for (int i = 0; i < count; i++) {
            world.put(new FakeNetwork("lab-" + i, world.clock.instant().minus(Duration.ofDays(i + 1)), Map.of()));
        }
    }
}
