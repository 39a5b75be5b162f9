// A Wherry of its own to measure: a temporary home, and the command line as built.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A temporary WHERRY_HOME; closing it ends every process that was started in it, and removes it. */
final class Rig implements AutoCloseable {

    static final String HOME_VARIABLE = "WHERRY_HOME";

    private static final Path PROCESSES = Path.of("/proc");

    private final Path home;
    private final List<String> wherry;

    /**
     * A rig with nothing running.
     *
     * @param wherry the command line that stands for {@code wherry}
     */
    Rig(List<String> wherry) throws IOException {
        // Directly under /tmp: what lies in it are sockets, whose paths have to be short.
        this.home = Files.createTempDirectory(Path.of("/tmp"), "wb");
        this.wherry = List.copyOf(wherry);
    }

    Path home() {
        return home;
    }

    Path clientKey() {
        return home.resolve("data/machines/default/keys/client-key");
    }

    List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(wherry);
        line.addAll(List.of(arguments));
        return line;
    }

    /** Runs {@code wherry} with these arguments. */
    String wherry(String... arguments) throws IOException, InterruptedException {
        return Command.run(home, line(arguments));
    }

    /** What {@code wherry status --json} says of the running machine. */
    JsonNode status() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(wherry("status", "--json"));
    }

    Path engineSocket() {
        return home.resolve("run/docker.sock");
    }

    /** The agent's process. */
    ProcessHandle agent() {
        return processes().filter(process -> commandLine(process).contains("AgentMain"))
                .findFirst().orElseThrow(() -> new IllegalStateException("No agent runs"));
    }

    /** Stops the machine, and returns when the agent has left too. */
    void stopAll() throws IOException, InterruptedException {
        wherry("down");
        try (Stream<ProcessHandle> left = processes()) {
            for (ProcessHandle process : left.toList()) {
                process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            }
        }
    }

    // Whatever is started in a home carries its name in the environment: the agent, and by inheritance the VM.
    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> read(process, "environ").lines().anyMatch((HOME_VARIABLE + "=" + home)::equals));
    }

    private static String commandLine(ProcessHandle process) {
        return read(process, "cmdline");
    }

    private static String read(ProcessHandle process, String what) {
        try {
            return Files.readString(PROCESSES.resolve(process.pid() + "/" + what)).replace('\0', '\n');
        } catch (IOException e) {
            return ""; // it has just ended, or is not ours to look at
        }
    }

    /** Ends what runs in this home at once, and deletes the home. */
    @Override
    public synchronized void close() throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        // On Ctrl-C the measuring goes on meanwhile, and may just have started one more.
        for (List<ProcessHandle> left = processes().toList(); !left.isEmpty(); left = processes().toList()) {
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
