// The life of the package on a computer: from its installation until nothing of it is left.
package dev.wherry.app.installed;

import static dev.wherry.app.installed.CleanRoot.User.ALICE;
import static dev.wherry.app.installed.CleanRoot.User.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.wherry.app.process.RunningProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Needs root, and the packages that "./dev package" makes. */
@Tag("vm")
@Tag("slow")
class InstalledVmTest {

    private Packages packages;

    @BeforeEach
    void findPackages() throws IOException {
        packages = Packages.made();
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can make a root folder");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void afterInstallingRunningUpgradingAndPurgingOnlyTheUsersDataIsLeftAndDeleteAllTakesThat() throws Exception {
        try (CleanRoot root = new CleanRoot(packages);
                RunningProgram screen = RunningProgram.service(Map.of(),
                        List.of("Xvfb", "-displayfd", "1", "-ac", "-screen", "0", "1280x800x24", "-nolisten", "tcp"))) {
            Set<String> before = root.files();

            install(root, packages.deb());
            String version = root.run(ALICE, "wherry version");
            assertThat(version).startsWith("wherry ");

            try (RunningProgram app = root.start(ALICE, "DISPLAY=:" + number(screen) + " exec " + execLine(root))) {
                awaitWindow(number(screen));
                useIt(root);
                leaveApp(app);
            }

            root.run(ROOT, "apt-get purge -qq -y wherry && rm -f /tmp/*.deb");
            assertThat(newSince(before, root)).allMatch(path -> path.startsWith("/home/alice/"));
            // The container does not need the package's files.
            assertThat(root.run(ALICE, "cat /proc/$(pidof qemu-system-x86_64 qemu-system-aarch64)/comm"))
                    .contains("qemu");

            // The archive serves where there is no package manager, and knows the agent that is still there.
            root.run(ROOT,
                    "mkdir /opt/w && tar -xzf - -C /opt/w --strip-components=1 <" + copied(root, packages.tar()));
            assertThat(root.run(ALICE, "/opt/w/bin/wherry status")).contains("running");
            root.run(ALICE, "/opt/w/bin/wherry delete --all --yes");
            root.run(ROOT, "rm -r /opt/w /tmp/*.tar.gz");
            assertThat(newSince(before, root).stream().filter(path -> !isOthersCache(path))).isEmpty();
        }
    }

    /** Starts the machine, and upgrades with a container running. */
    private void useIt(CleanRoot root) throws Exception {
        root.run(ALICE, "wherry up");
        int port = freePort();
        root.run(ALICE,
                "wherry ssh 'docker load -qi /usr/share/wherry/hello.tar && docker run -d --name hello -p " + port
                        + ":80 wherry/hello'");
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(
                () -> assertThat(page(port)).containsIgnoringCase("wherry"));
        String started = startOfHello(root);

        install(root, packages.higherDeb(root));
        assertThat(root.run(ROOT, "dpkg-query -W -f '${Version}' wherry")).isEqualTo(Packages.HIGHER);
        assertThat(page(port)).containsIgnoringCase("wherry");
        assertThat(startOfHello(root)).isEqualTo(started);
    }

    private static String startOfHello(CleanRoot root) throws Exception {
        return root.run(ALICE, "wherry ssh \"docker inspect -f '{{.State.StartedAt}}' hello\"");
    }

    /** By apt, which knows of no package but those that are installed: what the package needs, it has to depend on. */
    private static void install(CleanRoot root, Path deb) throws Exception {
        root.run(ROOT, "apt-get install -qq -y --no-install-recommends -o Dir::Etc::SourceList=/dev/null"
                + " -o Dir::Etc::SourceParts=/dev/null " + copied(root, deb));
    }

    private static String copied(CleanRoot root, Path file) throws IOException {
        Path copy = root.outside("/tmp/" + file.getFileName());
        if (!copy.equals(file)) {
            Files.copy(file, copy);
        }
        return "/tmp/" + file.getFileName();
    }

    private static String execLine(CleanRoot root) throws IOException {
        return Files.readAllLines(root.outside("/usr/share/applications/wherry-desktop.desktop")).stream()
                .filter(line -> line.startsWith("Exec=")).findFirst().orElseThrow().substring("Exec=".length());
    }

    private static String number(RunningProgram screen) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !screen.output().isEmpty());
        return screen.output().getFirst();
    }

    private static void awaitWindow(String display) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            ProcessBuilder search = new ProcessBuilder("xdotool", "search", "--onlyvisible", "--name", "Wherry");
            search.environment().put("DISPLAY", ":" + display);
            return search.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor() == 0;
        });
    }

    private static void leaveApp(RunningProgram app) {
        // What was started is the way into the root, and the app its child.
        List<ProcessHandle> inside = ProcessHandle.of(app.pid()).orElseThrow().descendants().toList();
        assertThat(inside).isNotEmpty();
        inside.forEach(ProcessHandle::destroy);
        await().atMost(Duration.ofSeconds(30)).until(() -> inside.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static Set<String> newSince(Set<String> before, CleanRoot root) throws Exception {
        Set<String> left = new TreeSet<>(root.files());
        left.removeAll(before);
        // Every JVM makes itself known in such a folder, which the last one leaves empty.
        left.removeIf(path -> path.startsWith("/tmp/hsperfdata_"));
        return left;
    }

    /** What GTK and its kin keep for any program that has a window. */
    private static boolean isOthersCache(String path) {
        return path.equals("/home/alice/.cache") || path.startsWith("/home/alice/.cache/fontconfig")
                || path.startsWith("/home/alice/.cache/mesa_shader_cache")
                // The folders that every program makes when they are missing.
                || Set.of("/home/alice/.config", "/home/alice/.local", "/home/alice/.local/share",
                        "/home/alice/.local/state").contains(path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static String page(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).body();
        }
    }
}
