// What the window asks of the engine, asked of a real one.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.app.files.BuildContext;
import dev.wherry.app.files.ContainerFolders;
import dev.wherry.app.files.FileSelection;
import dev.wherry.app.files.FolderListing;
import dev.wherry.app.files.TarInput;
import dev.wherry.engine.docker.BuildRequest;
import dev.wherry.engine.docker.ContainerStats;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.docker.EngineRequest;
import dev.wherry.engine.docker.EngineSystem;
import dev.wherry.engine.docker.Exec;
import dev.wherry.engine.docker.Execs;
import dev.wherry.engine.docker.FileEntry;
import dev.wherry.engine.docker.FileKind;
import dev.wherry.engine.docker.ImageReference;
import dev.wherry.engine.docker.ImageSummary;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.docker.LogLine;
import dev.wherry.engine.docker.LogReader;
import dev.wherry.engine.docker.LogRequest;
import dev.wherry.engine.docker.NetworkSummary;
import dev.wherry.engine.docker.Networks;
import dev.wherry.engine.docker.RegistryLogins;
import dev.wherry.engine.docker.RunRequest;
import dev.wherry.engine.docker.StatsReader;
import dev.wherry.engine.docker.VolumeMount;
import dev.wherry.engine.docker.VolumeSummary;
import dev.wherry.engine.docker.Volumes;
import dev.wherry.engine.stream.SocketStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class EngineApiVmTest {

    private static final String SHELL = "test/engine-api";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private EngineClient client;
    private Containers containers;
    private Images images;
    private RegistryLogins nobody;

    @BeforeEach
    void connectAndBuildAnImage(Wherry wherry) throws Exception {
        Path socket = Path.of(wherry.status().path("engineSocket").asText());
        client = new EngineClient(() -> SocketStream.connect(socket));
        containers = new Containers(client);
        images = new Images(client);
        nobody = new RegistryLogins(folder.resolve("config.json"));
        if (images.list().stream().noneMatch(image -> image.tags().contains(SHELL + ":latest"))) {
            build(wherry);
        }
    }

    private void build(Wherry wherry) throws Exception {
        Path context = Files.createDirectory(folder.resolve("context"));
        wherry.wherry("ssh", "cat /bin/busybox").writingTo(context.resolve("busybox")).run().succeeded();
        assertThat(context.resolve("busybox").toFile().setExecutable(true)).isTrue();
        Files.writeString(context.resolve("secret"), "stays at home");
        Files.writeString(context.resolve(".dockerignore"), "secret\n");
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch
                ARG GREETING
                COPY . /context
                ENV PATH=/bin GREETING=$GREETING
                RUN ["/context/busybox", "mkdir", "-p", "/bin", "/tmp"]
                RUN ["/context/busybox", "--install", "-s", "/bin"]
                CMD ["sh", "-c", "echo $GREETING; echo wrong >&2; sleep 1000"]
                """);
        List<String> log = new ArrayList<>();
        try (TarInput tar = BuildContext.of(context, "Dockerfile").tar()) {
            String id = images.build(new BuildRequest("Dockerfile", List.of(SHELL), Map.of("GREETING", "hello"), "",
                    false), tar, nobody, log::add);
            assertThat(images.inspect(SHELL).path("Id").asText()).isEqualTo(id);
        }
        assertThat(log).first().isEqualTo("Step 1/7 : FROM scratch");
        assertThat(log).contains("Successfully tagged " + SHELL + ":latest");
        assertThat(images.history(SHELL)).anySatisfy(step -> assertThat(step.createdBy()).contains("--install"));
    }

    @AfterEach
    void removeContainers() throws IOException {
        for (ContainerSummary container : client.containers(true)) {
            containers.remove(container.id(), true, true);
        }
    }

    @Test
    void aContainerLivesAsTheWindowTellsIt() throws Exception {
        String id = containers.run(new RunRequest(SHELL, "life", List.of(new RunRequest.Port(0, 80, "tcp")),
                Map.of("A", "it's"), List.of(new RunRequest.Mount("life-data", "/data", false)), List.of(),
                "unless-stopped", false));
        assertThat(state("life")).isEqualTo("running");
        assertThat(containers.runCommand(id)).containsExactly("docker", "run", "-d", "--name", "life", "--restart",
                "unless-stopped", "-e", "A=it's", "--mount", "type=volume,source=life-data,target=/data", "-p", "80",
                SHELL);
        assertThat(containers.top(id).processes()).isNotEmpty();
        containers.pause(id);
        assertThat(state("life")).isEqualTo("paused");
        containers.unpause(id);
        containers.restart(id);
        containers.rename(id, "other-life");
        containers.kill(id);
        await().atMost(LIMIT).until(() -> state("other-life").equals("exited"));
        containers.start(id);
        containers.stop(id);
        containers.stop(id);
        assertThat(state("other-life")).isEqualTo("exited");
        containers.remove(id, false, true);
        assertThat(containers.list(true)).isEmpty();
        new Volumes(client).remove("life-data");
    }

    private String state(String name) throws IOException {
        return containers.list(true).stream().filter(container -> container.name().equals(name))
                .map(ContainerSummary::state).findAny().orElse("gone");
    }

    @Test
    void theCommandOfAContainerMakesOneLikeIt(Wherry wherry) throws Exception {
        containers.run(new RunRequest(SHELL, "first", List.of(new RunRequest.Port(0, 80, "tcp")), Map.of("A", "b c"),
                List.of(new RunRequest.Mount("/tmp/a,b", "/data", true)), List.of("sleep", "1000"), "no", false));
        List<String> command = containers.runCommand("first");
        containers.remove("first", true, true);
        wherry.docker(command.subList(1, command.size()).toArray(String[]::new)).run().succeeded();
        assertThat(containers.runCommand("first")).isEqualTo(command);
    }

    @Test
    void whatCannotBePublishedLeavesNothingBehind() {
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> {
            for (int i = 0; i < 2; i++) {
                containers.run(new RunRequest(SHELL, "twin" + i, List.of(new RunRequest.Port(18080, 80, "tcp")),
                        Map.of(), List.of(), List.of(), "no", false));
            }
        }).satisfies(refusal -> assertThat(refusal.engineMessage()).contains("port is already allocated"));
        assertThat(catching(() -> state("twin1"))).isEqualTo("gone");
    }

    private static String catching(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLogIsFollowedToTheContainersEnd() throws Exception {
        String id = containers.run(new RunRequest(SHELL, "talker", List.of(), Map.of(), List.of(),
                List.of("sh", "-c", "mkfifo /tmp/pipe; echo one; echo bad >&2; read x < /tmp/pipe; echo two"), "no",
                false));
        try (LogReader log = containers.logs(id, new LogRequest(true, LogRequest.ALL, null, true))) {
            assertThat(List.of(next(log), next(log))).extracting(LogLine::text).containsExactlyInAnyOrder("one", "bad");
            assertThat(new Execs(client).run(id, "", List.of("sh", "-c", "echo go > /tmp/pipe; exit 5")).exitCode())
                    .isEqualTo(5);
            LogLine two = next(log);
            assertThat(two.text()).isEqualTo("two");
            assertThat(two.error()).isFalse();
            assertThat(two.time()).startsWith("20").endsWith("Z");
            assertThat(log.next()).isNull();
        }
        try (LogReader tail = containers.logs(id, new LogRequest(false, 1, null, false))) {
            assertThat(tail.next()).isEqualTo(new LogLine(false, "", "two"));
            assertThat(tail.next()).isNull();
        }
    }

    private static LogLine next(LogReader log) throws IOException {
        LogLine line = log.next();
        assertThat(line).isNotNull();
        return line;
    }

    @Test
    void figuresComeWhileItRunsAndEndWithIt() throws Exception {
        String id = containers.run(new RunRequest(SHELL, "busy", List.of(), Map.of(), List.of(),
                List.of("sh", "-c", "while :; do :; done"), "no", false));
        try (StatsReader reader = containers.stats(id)) {
            ContainerStats stats = reader.next();
            assertThat(stats).isNotNull();
            assertThat(stats.cpuPercent()).isBetween(10.0, 100.0 * stats.cpus() + 10);
            assertThat(stats.memory()).isBetween(1L, stats.memoryLimit());
            assertThat(stats.processes()).isPositive();
            ContainerStats now = containers.statsNow(id);
            assertThat(now).isNotNull();
            assertThat(now.cpuNanos()).isGreaterThan(stats.cpuNanos());
            containers.kill(id);
            while (stats != null) {
                stats = reader.next();
            }
        }
        assertThat(containers.statsNow(id)).isNull();
    }

    @Test
    void aShellHasATerminal() throws Exception {
        String id = containers.run(RunRequest.of(SHELL));
        try (Exec exec = new Execs(client).openTerminal(id, List.of("sh"), 100, 30)) {
            OutputStream keyboard = exec.stream().output();
            keyboard.write("stty size; read x; stty size; exit 4\n".getBytes(UTF_8));
            StringBuilder screen = new StringBuilder();
            readUntil(exec.stream().input(), screen, "30 100");
            exec.resize(120, 40);
            keyboard.write("\n".getBytes(UTF_8));
            readUntil(exec.stream().input(), screen, "40 120");
            await().atMost(LIMIT).until(() -> exec.exitCode() != null);
            assertThat(exec.exitCode()).isEqualTo(4);
        }
    }

    private static void readUntil(InputStream in, StringBuilder screen, String wanted) throws IOException {
        byte[] piece = new byte[1024];
        while (screen.indexOf(wanted) < 0) {
            int n = in.read(piece);
            assertThat(n).as("the terminal's end after %s", screen).isPositive();
            screen.append(new String(piece, 0, n, UTF_8));
        }
    }

    @Test
    void filesGoUpAndComeDownUnchangedAndAreListedRunningOrNot() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        Path tree = Files.createDirectories(folder.resolve("a tree/sub"));
        Files.write(tree.resolve("ünï"), bytes);
        Files.createSymbolicLink(tree.resolve("link"), Path.of("ünï"));
        String id = containers.run(RunRequest.of(SHELL));
        ContainerFolders folders = new ContainerFolders(client);
        folders.upload(FileSelection.of(List.of(folder.resolve("a tree"))), id, "/tmp", moved -> {
        });

        FolderListing running = folders.list(id, "/tmp/a tree/sub");
        containers.kill(id);
        await().atMost(LIMIT).until(() -> containers.list(false).isEmpty());
        FolderListing stopped = folders.list(id, "/tmp/a tree/sub");
        assertThat(running.entries()).extracting(FileEntry::name).containsExactly("link", "ünï");
        assertThat(running.entries()).extracting(FileEntry::kind).containsExactly(FileKind.LINK, FileKind.FILE);
        assertThat(running.entries().get(1)).isEqualTo(stopped.entries().get(1));
        assertThat(stopped.entries()).extracting(FileEntry::name).containsExactly("link", "ünï");
        assertThat(folders.list(id, "/").entries()).extracting(FileEntry::name).contains("bin", "tmp", "context");

        Path back = Files.createDirectory(folder.resolve("back"));
        assertThat(folders.download(id, "/tmp/a tree", back, moved -> {
        })).isEmpty();
        assertThat(back.resolve("a tree/sub/ünï")).hasBinaryContent(bytes);
        assertThat(back.resolve("a tree/sub/link")).isSymbolicLink().hasBinaryContent(bytes);
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> folders.list(id, "/nowhere"))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void aVolumeIsBackedUpRestoredAndBrowsedWithoutLeavingATrace() throws Exception {
        Volumes volumes = new Volumes(client);
        volumes.create("original");
        containers.run(new RunRequest(SHELL, "writer", List.of(), Map.of(),
                List.of(new RunRequest.Mount("original", "/data", false)),
                List.of("sh", "-c", "mkdir /data/d; echo kept > /data/d/f; chown 7:8 /data/d/f"), "no", false));
        await().atMost(LIMIT).until(() -> containers.list(false).isEmpty());
        int imagesBefore = client.call(EngineRequest.get("/images/json")).size();

        Path tar = folder.resolve("backup.tar");
        try (OutputStream out = Files.newOutputStream(tar)) {
            volumes.backUp("original", out);
        }
        volumes.create("copy");
        try (InputStream in = Files.newInputStream(tar)) {
            volumes.restore("copy", in);
        }
        try (VolumeMount mount = volumes.open("copy")) {
            assertThat(new ContainerFolders(client).list(mount.container(), VolumeMount.PATH + "/d").entries())
                    .extracting(FileEntry::name).containsExactly("f");
            assertThat(containers.list(true)).extracting(ContainerSummary::name).containsExactly("writer");
        }
        containers.run(new RunRequest(SHELL, "reader", List.of(), Map.of(),
                List.of(new RunRequest.Mount("copy", "/data", true)),
                List.of("sh", "-c", "cat /data/d/f; stat -c %u:%g /data/d/f"), "no", false));
        try (LogReader log = containers.logs("reader", new LogRequest(true, LogRequest.ALL, null, false))) {
            assertThat(List.of(next(log), next(log))).extracting(LogLine::text).containsExactly("kept", "7:8");
        }
        assertThat(client.containers(true)).as("no helper is left").hasSize(2);
        assertThat(client.call(EngineRequest.get("/images/json"))).hasSize(imagesBefore);

        VolumeSummary copy = volumes.listWithSizes().stream().filter(volume -> volume.name().equals("copy")).findAny()
                .orElseThrow();
        assertThat(copy.size()).isPositive();
        assertThat(copy.users(containers.list(true))).extracting(ContainerSummary::name).containsExactly("reader");
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> volumes.remove("copy"))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409));
        containers.remove("reader", true, false);
        volumes.remove("copy");
        containers.remove("writer", true, false);
        assertThat(volumes.prune(true)).isPositive();
        assertThat(volumes.list()).isEmpty();
    }

    @Test
    void theBundledImageIsLoadedTaggedSavedAndPruned(Wherry wherry) throws Exception {
        Path tar = folder.resolve("hello.tar");
        wherry.wherry("ssh", "cat /usr/share/wherry/hello.tar").writingTo(tar).run().succeeded();
        try (InputStream in = Files.newInputStream(tar)) {
            assertThat(images.load(in)).containsExactly("Loaded image: wherry/hello:latest");
        }
        images.tag("wherry/hello", ImageReference.parse("localhost:1/hello:2"));
        ImageSummary hello = images.list().stream().filter(image -> image.tags().contains("wherry/hello:latest"))
                .findAny().orElseThrow();
        assertThat(hello.tags()).containsExactlyInAnyOrder("wherry/hello:latest", "localhost:1/hello:2");
        containers.run(RunRequest.of("wherry/hello"));
        assertThat(hello.users(containers.list(true))).hasSize(1);
        assertThat(new EngineSystem(client).diskUsage().images().active()).isPositive();
        removeContainers();

        Path saved = folder.resolve("saved.tar");
        try (OutputStream out = Files.newOutputStream(saved)) {
            images.save(List.of("wherry/hello:latest", "localhost:1/hello:2"), out);
        }
        assertThat(Files.size(saved)).isGreaterThan(hello.size());
        assertThatExceptionOfType(EngineException.class).as("nobody listens there").isThrownBy(() -> images
                .push(ImageReference.parse("localhost:1/hello:2"), nobody, progress -> {
                })).satisfies(failure -> assertThat(failure.engineMessage()).contains("refused"));
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> images
                .pull(ImageReference.parse("localhost:1/hello:2"), nobody, progress -> {
                })).satisfies(failure -> assertThat(failure.engineMessage()).contains("refused"));
        images.remove("localhost:1/hello:2", false);
        assertThat(images.prune(false)).as("it has a name").isZero();
        images.remove("wherry/hello", false);
        assertThat(images.list()).noneMatch(image -> image.id().equals(hello.id()));
    }

    @Test
    void networksComeAndGo() throws Exception {
        Networks networks = new Networks(client);
        String id = networks.create("inner", "bridge", "10.213.0.0/24", true);
        NetworkSummary inner = networks.list().stream().filter(network -> network.id().equals(id)).findAny()
                .orElseThrow();
        assertThat(inner.internal()).isTrue();
        assertThat(inner.subnets()).containsExactly("10.213.0.0/24");
        JsonNode details = networks.inspect("inner");
        assertThat(details.path("Driver").asText()).isEqualTo("bridge");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> networks.create("inner", "bridge", "", false))
                .satisfies(refusal -> assertThat(refusal.engineMessage()).contains("already exists"));
        networks.remove("inner");
        assertThat(networks.list()).allMatch(NetworkSummary::predefined);
    }

    @Test
    void theEngineTellsOfItself() throws Exception {
        assertThat(new EngineSystem(client).info()).satisfies(info -> {
            assertThat(info.runtime()).isEqualTo("crun");
            assertThat(info.driver()).isEqualTo("overlay2");
            assertThat(info.memory()).isPositive();
        });
        assertThat(new EngineSystem(client).diskUsage().size()).isPositive();
        assertThat(new EngineSystem(client).pruneBuildCache()).isNotNegative();
    }
}
