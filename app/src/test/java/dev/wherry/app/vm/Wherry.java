// A Wherry of a test's own: its folders, its agent, its VM, and the command line to use it by.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.host.SocketPath;

/**
 * An installation in a folder of its own. The folder's name has everything that has ever broken a tool of this kind: spaces, quotes,
 * a comma, letters beyond ASCII, and length.
 */
final class Wherry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path parent;
    private final Path home;
    private final Path userHome;
    private final Path image;
    private boolean installed;

    Wherry() throws IOException {
        this(Path.of(System.getProperty("wherry.test.image")));
    }

    /** With the guest image in {@code image}. */
    Wherry(Path image) throws IOException {
        this.parent = Files.createTempDirectory(Path.of("/tmp"), "wherry");
        this.home = Files
                .createDirectories(parent.resolve("Zoë's \"home\", sweet home " + "long ".repeat(16) + "enough"));
        this.userHome = Files.createDirectory(parent.resolve("Zoë's files"));
        this.image = image;
        if (!Files.exists(image.resolve("manifest.json"))) {
            throw new IllegalStateException("There is no guest image in " + image + "; run ./dev image first");
        }
    }

    /** With the guest image where an installed program has its own, so that it can be upgraded. */
    static Wherry installed() throws IOException {
        Wherry wherry = new Wherry();
        Files.createSymbolicLink(Files.createDirectories(wherry.home.resolve("data")).resolve("image"),
                wherry.image.toAbsolutePath());
        wherry.installed = true;
        return wherry;
    }

    Path home() {
        return home;
    }

    /** The home folder of the user whose installation this is; it is shared with the VM. */
    Path userHome() {
        return userHome;
    }

    /** A new folder in the user's home whose name starts with {@code name}: tests that share a VM share the home as well. */
    Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(userHome, name,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /** The settings of the default machine. */
    Path config() {
        return home.resolve("config/wherry.yaml");
    }

    /** Begins a command line of this program. */
    Command wherry(String... arguments) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "dev.wherry.app.cli.Main"));
        line.addAll(List.of(arguments));
        return new Command(line, environment());
    }

    /** What tells the program where this installation is. */
    Map<String, String> environment() {
        return installed
                ? Map.of("HOME", userHome.toString(), "WHERRY_HOME", home.toString())
                : Map.of("HOME", userHome.toString(), "WHERRY_HOME", home.toString(), "WHERRY_IMAGE", image.toString());
    }

    /** Runs a command line of this program that should succeed, and returns what it printed. */
    String run(String... arguments) throws Exception {
        return wherry(arguments).run().succeeded();
    }

    /** Runs a shell command in the guest that should succeed. */
    String inGuest(String command) throws Exception {
        return run("ssh", command);
    }

    /** Runs an unmodified docker client on the host, as "wherry env" says. */
    Command docker(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(dockerClient().toString()));
        line.addAll(List.of(arguments));
        return new Command(line, dockerEnvironment());
    }

    Map<String, String> dockerEnvironment() throws Exception {
        return Map.of("DOCKER_HOST", "unix://" + status().path("engineSocket").asText(), "DOCKER_BUILDKIT", "0",
                "DOCKER_CONFIG", parent.resolve("docker").toString());
    }

    /** Debian's docker client, taken from the guest: it is the same program there and here. */
    Path dockerClient() throws Exception {
        Path client = parent.resolve("docker-cli");
        if (!Files.exists(client)) {
            wherry("ssh", "cat /usr/bin/docker").writingTo(client).run().succeeded();
            assertThat(client.toFile().setExecutable(true)).isTrue();
        }
        return client;
    }

    JsonNode status() throws Exception {
        return JSON.readTree(wherry("status", "--json").run().stdout());
    }

    String state() throws Exception {
        return status().path("state").asText();
    }

    /** The agent's process, if one runs. */
    Optional<ProcessHandle> agent() {
        // The agent's command line does not name its folder; its lock file is what it holds open.
        return ProcessHandle.allProcesses().filter(p -> holdsOpen(p, home.resolve("run/agent.lock"))).findFirst();
    }

    private static boolean holdsOpen(ProcessHandle process, Path file) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.anyMatch(link -> {
                try {
                    return Files.readSymbolicLink(link).equals(file);
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The VM's process. */
    ProcessHandle vm() throws Exception {
        return ProcessHandle.of(status().path("vm").path("pid").asLong()).orElseThrow();
    }

    /** Ends a process as "kill -9" does and waits until it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }

    // A home this deep has its sockets in a short folder beside it, which is empty by now.
    private void removeFolderOfSockets() throws IOException {
        Path folder = SocketPath.fitting(home.resolve("run/agent.sock")).getParent();
        if (folder != null && !folder.startsWith(home)) {
            assertThat(folder).isEmptyDirectory();
            Files.delete(folder);
        }
    }

    /** Deletes the machine; no process, socket or file may be left. */
    @Override
    public void close() throws Exception {
        run("delete", "--yes");
        await().atMost(Duration.ofSeconds(30)).until(() -> agent().isEmpty());
        assertThat(home.resolve("run")).isDirectoryNotContaining(file -> file.toString().endsWith(".sock"));
        removeFolderOfSockets();
        try (Stream<Path> all = Files.walk(parent)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
