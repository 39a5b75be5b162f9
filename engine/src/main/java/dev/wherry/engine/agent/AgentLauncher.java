// Finds the agent, and starts one where there is none.
package dev.wherry.engine.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wherry.engine.host.Detachment;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.host.SocketPath;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;
import org.jspecify.annotations.Nullable;

/** Connects a client to the agent of its user. */
public final class AgentLauncher {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration PACE = Duration.ofMillis(10);

    /**
     * Options for the agent's JVM, separated by blanks, from whoever started this program: the packaged one names its AOT cache
     * here. A blank that no dash follows belongs to the option: folders have such names.
     */
    private static final String OPTIONS_PROPERTY = "wherry.agent.options";

    /** Small and steady: the agent mostly waits. Streams go through buffers of fixed size, so that the heap need not grow. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xms8m", "-Xmx96m",
            "-Xss512k", "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    /** glibc keeps what the compiler has freed; every ten seconds it is asked to give it back. Elsewhere there is no need. */
    private static final String TRIM = "-XX:TrimNativeHeapInterval=10000";

    /**
     * The JDK starts programs through a helper in its own folder. An upgrade puts another version's there while the agent runs, and
     * removing the package leaves none; the agent has to start QEMU all the same.
     */
    private static final String NO_HELPER = "-Djdk.lang.Process.launchMechanism=FORK";

    private final Directories directories;
    private final String machine;

    /**
     * For the agent that serves {@code directories}.
     *
     * @param machine the name of the machine that the calls are about
     */
    public AgentLauncher(Directories directories, String machine) {
        this.directories = directories;
        this.machine = machine;
    }

    static Path socketIn(Directories directories) throws IOException {
        return SocketPath.fitting(directories.runtime().resolve("agent.sock"));
    }

    /** The agent that is there; empty when there is none. */
    public Optional<ControlClient> find() throws AgentException {
        try {
            return Optional.of(ControlClient.connect(socketIn(directories), machine));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The agent; started if there is none but a VM seems to run that it has to join; empty when nothing runs at all. */
    public Optional<ControlClient> findOrJoin() throws AgentException, InterruptedException {
        Optional<ControlClient> found = find();
        return found.isPresent() || !Files.exists(files().vm().pidFile()) ? found : Optional.of(findOrStart());
    }

    /** The machine as it is; no agent is started where nothing runs. */
    public MachineReport status() throws AgentException, InterruptedException {
        Optional<ControlClient> agent = findOrJoin();
        if (agent.isEmpty()) {
            return MachineReport.withoutAgent(machine, files());
        }
        try (ControlClient client = agent.get()) {
            return client.status();
        }
    }

    private MachineFiles files() throws AgentException {
        try {
            return new MachineCatalog(directories).files(machine);
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.PRECHECK,
                    "Tried to use the folder " + directories.runtime() + " but failed because " + e.getMessage() + ".",
                    "Make the folder writable for you, or move Wherry's folders by WHERRY_HOME.");
        }
    }

    /** Asks the agent to leave, of whatever version it is; nothing happens when there is none. */
    public void quit() throws AgentException {
        try {
            ControlClient.quit(socketIn(directories));
        } catch (IOException e) {
            // There is none.
        }
    }

    /**
     * Does {@link #quit} and returns when the agent has left; it is given twenty seconds.
     *
     * @throws AgentException when it has not
     */
    public void quitAndWait() throws AgentException, InterruptedException {
        quit();
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (AgentMain.runs(directories)) {
            if (System.nanoTime() > end) {
                throw new AgentException(AgentException.Kind.UNREACHABLE,
                        "Tried to end Wherry's agent but it was still there after " + DEADLINE.toSeconds()
                                + " seconds.",
                        "Look into " + directories.logs().resolve("agent.log") + ", end the process and try again.");
            }
            Thread.sleep(PACE);
        }
    }

    /**
     * The agent; started if there is none.
     *
     * @throws AgentException when it does not come up, with what it said
     */
    public ControlClient findOrStart() throws AgentException, InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        @Nullable
        Process agent = null;
        while (System.nanoTime() < end) {
            Optional<ControlClient> found = find();
            if (found.isPresent()) {
                return found.get();
            }
            if (agent != null && !agent.isAlive() && agent.exitValue() != 0) {
                throw new AgentException(AgentException.Kind.UNREACHABLE,
                        "Tried to start Wherry's agent but it ended with exit code " + agent.exitValue() + ".",
                        "Look into " + output() + ".");
            }
            // One that ended without complaint met an agent that was just leaving, or that another client has started.
            if (agent == null || !agent.isAlive()) {
                agent = start();
            }
            Thread.sleep(PACE);
        }
        throw new AgentException(AgentException.Kind.UNREACHABLE,
                "Tried to start Wherry's agent but it did not answer within " + DEADLINE.toSeconds() + " seconds.",
                "Look into " + output() + ".");
    }

    private Process start() throws AgentException {
        try {
            PrivateFiles.createDirectories(directories.logs());
            return new ProcessBuilder(Detachment.ofHost().launching(commandLine()))
                    .directory(directories.logs().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                    .redirectOutput(output().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED,
                    "Tried to start Wherry's agent but failed because " + e.getMessage() + ".",
                    "Make sure that " + directories.logs() + " can be written to.");
        }
    }

    private static List<String> commandLine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(OPTIONS);
        if (Platform.current().os() == Platform.Os.LINUX) {
            line.addAll(List.of(TRIM, NO_HELPER));
        }
        @Nullable
        String image = System.getProperty(ImageLocation.PROPERTY);
        if (image != null) {
            line.add("-D" + ImageLocation.PROPERTY + "=" + image);
        }
        String more = System.getProperty(OPTIONS_PROPERTY, "");
        if (!more.isBlank()) {
            line.addAll(List.of(more.split(" (?=-)")));
        }
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), AgentMain.class.getName()));
        return line;
    }

    private static File nullDevice() {
        return new File(Platform.current().os() == Platform.Os.WINDOWS ? "NUL" : "/dev/null");
    }

    /** What the agent's process prints outside its log: the JVM's own complaints. */
    private Path output() {
        return directories.logs().resolve("agent.out");
    }
}
