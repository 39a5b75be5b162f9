// A machine that is not there: its agent and its engine, in a home of their own.
package dev.wherry.app.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.wherry.engine.agent.FakeAgent;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;

/**
 * A {@link FakeAgent} and a {@link FakeDocker} that belong together: the engine is up while the machine runs, and the agent
 * forwards the ports that containers publish. Closing it removes everything.
 */
public final class FakeMachine implements AutoCloseable {

    private final Path home;
    private final Directories directories;
    private final MachineFiles files;
    private final FakeAgent agent;
    private final FakeDocker docker;
    private final Map<Integer, String> conflicts = new ConcurrentHashMap<>();

    /** A machine that is absent as yet. */
    public FakeMachine() throws IOException {
        home = Files.createTempDirectory(Path.of("/tmp"), "w");
        directories = new Directories(home.resolve("config"), home.resolve("data"), home.resolve("logs"),
                home.resolve("run"));
        files = MachineFiles.of(directories, MachineFiles.DEFAULT_NAME);
        docker = new FakeDocker(files.engineSocket());
        agent = new FakeAgent(directories);
        agent.listen(this::follow);
        docker.listen(this::forward);
    }

    /** A machine that runs, with {@code count} containers. */
    public static FakeMachine running(int count) throws IOException {
        FakeMachine machine = new FakeMachine();
        machine.docker.withContainers(count);
        machine.forward();
        machine.agent.become(MachineState.RUNNING);
        return machine;
    }

    private void follow(MachineState state) {
        try {
            if (state == MachineState.ABSENT) {
                Files.deleteIfExists(files.disk());
            } else if (!Files.exists(files.disk())) {
                Files.createDirectories(files.folder());
                Files.createFile(files.disk());
            }
            if (state == MachineState.RUNNING) {
                docker.comeUp();
            } else {
                docker.goDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forward() {
        List<MachineReport.Port> ports = new ArrayList<>();
        docker.publishedPorts().forEach((container, published) -> published.forEach(port -> ports
                .add(new MachineReport.Port(container.name(), "127.0.0.1:" + port.host(), port.host(), port.number(),
                        "tcp", conflicts.get(port.host()), 0, port.host() % 7, port.host() * 11L,
                        port.host() * 1_300L))));
        agent.ports(ports);
    }

    /** Lets the forward of {@code hostPort} fail for {@code reason}. */
    public void conflict(int hostPort, String reason) {
        conflicts.put(hostPort, reason);
        forward();
    }

    /** Lets the forward of {@code hostPort} succeed again. */
    public void settle(int hostPort) {
        conflicts.remove(hostPort);
        forward();
    }

    /** Kills the agent: nobody serves the engine's socket any more either. */
    public void killAgent() throws IOException {
        agent.kill();
        docker.goDown();
    }

    /** Lets a new agent join the machine. */
    public void reviveAgent() throws IOException {
        follow(agent.report().state());
        agent.revive();
    }

    /** Its folder: what {@code WHERRY_HOME} would name. */
    public Path home() {
        return home;
    }

    /** Its folders, for an {@link dev.wherry.engine.agent.AgentLauncher}. */
    public Directories directories() {
        return directories;
    }

    /** Its agent. */
    public FakeAgent agent() {
        return agent;
    }

    /** Its engine. */
    public FakeDocker docker() {
        return docker;
    }

    @Override
    public void close() throws IOException {
        agent.close();
        docker.close();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(home)) {
            all = walk.toList().reversed();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /**
     * Runs a machine until standard input ends, and prints its home folder.
     *
     * @param arguments how many containers it has, 20 if not given
     */
    public static void main(String... arguments) throws IOException {
        int count = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        try (FakeMachine machine = running(count)) {
            machine.docker.withImages(count / 4).withVolumes(count / 4).withNetworks(count / 10);
            System.out.println(machine.home);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
