// The engine that is not there, through the engine client of the app.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.docker.ContainerFiles;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.docker.EngineEvents;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.docker.EngineRequest;
import dev.wherry.engine.docker.EngineResponse;
import dev.wherry.engine.docker.FileEntry;
import dev.wherry.engine.docker.FileKind;
import dev.wherry.engine.docker.VolumeMount;
import dev.wherry.engine.docker.Volumes;
import dev.wherry.engine.stream.ByteStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeDockerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;
    private FakeDocker docker;
    private EngineClient client;

    @BeforeEach
    void comeUp() throws IOException {
        docker = new FakeDocker(folder.resolve("d.sock")).withContainers(14).comeUp();
        client = docker.client();
    }

    @AfterEach
    void close() throws IOException {
        docker.close();
        assertThat(docker.socket()).doesNotExist();
        await("nothing is being answered any more").until(() -> docker.busy() == 0);
    }

    private JsonNode post(String path) throws IOException {
        return client.call(EngineRequest.post(path));
    }

    private JsonNode get(String path) throws IOException {
        return client.call(EngineRequest.get(path));
    }

    @Test
    void itHoldsTheSameContainersOfAllKindsEachTime() throws Exception {
        List<ContainerSummary> all = client.containers(true);
        assertThat(all).hasSize(14);
        assertThat(all).extracting(ContainerSummary::state).contains("running", "paused", "exited", "created",
                "restarting", "dead");
        assertThat(all).extracting(ContainerSummary::name).startsWith("shop-web-1", "shop-db-1")
                .doesNotHaveDuplicates();
        assertThat(client.containers(false)).hasSizeLessThan(14);
        try (FakeDocker other = new FakeDocker(folder.resolve("o.sock")).withContainers(14).comeUp()) {
            assertThat(other.client().containers(true)).extracting(ContainerSummary::name)
                    .isEqualTo(all.stream().map(ContainerSummary::name).toList());
        }
    }

    @Test
    void threeHundredContainersHaveNamesAndPortsOfTheirOwn() throws Exception {
        docker.close();
        docker = new FakeDocker(folder.resolve("d.sock")).withContainers(300).comeUp();
        List<ContainerSummary> all = docker.client().containers(true);
        Set<String> names = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        all.forEach(container -> assertThat(names.add(container.name())).as(container.name()).isTrue());
        docker.publishedPorts().values().forEach(published -> published
                .forEach(port -> assertThat(ports.add(port.host())).as("port %s", port).isTrue()));
    }

    @Test
    void everyChangeOfAContainerIsFollowedByItsEvents() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (EngineEvents events = EngineEvents.follow(client, Map.of(), new EngineEvents.Listener() {
            @Override
            public void connected() {
            }

            @Override
            public void happened(EngineEvent event) {
                heard.add(event.type() + " " + event.action() + " " + event.attributes().get("name"));
            }
        })) {
            assertThat(events).isNotNull();
            await().until(() -> docker.followers() == 1);
            post("/containers/shop-web-1/stop");
            post("/containers/shop-web-1/start");
            post("/containers/shop-web-1/pause");
            client.call(EngineRequest.delete("/containers/shop-web-1").with("force", "1"));
            await().untilAsserted(() -> assertThat(heard).containsExactly(
                    "container kill shop-web-1", "container die shop-web-1", "network disconnect shop_default",
                    "container stop shop-web-1", "network connect shop_default", "container start shop-web-1",
                    "container pause shop-web-1", "container kill shop-web-1", "container die shop-web-1",
                    "network disconnect shop_default", "container destroy shop-web-1"));
        }
        await("who has left is forgotten").until(() -> docker.followers() == 0);
    }

    @Test
    void whatARealEngineRefusesIsRefused() throws Exception {
        assertRefused(404, "No such container: ghost", () -> client.inspect("ghost"));
        assertRefused(409, "is not running", () -> post("/containers/shop-api-1/pause"));
        assertRefused(409, "container is running", () -> client.call(EngineRequest.delete("/containers/shop-web-1")));
        assertRefused(409, "volume is in use", () -> client.call(EngineRequest.delete("/volumes/shop_db-data")));
        assertRefused(409, "is using its referenced image",
                () -> client.call(EngineRequest.delete("/images/redis:7-alpine")));
        assertRefused(403, "pre-defined", () -> client.call(EngineRequest.delete("/networks/bridge")));
    }

    private static void assertRefused(int status, String message, Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(EngineException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e).hasMessageContaining(message);
        });
    }

    private interface Attempt {
        void run() throws Exception;
    }

    @Test
    void aContainerCanBeMadeStartedAndInspected() throws Exception {
        JsonNode body = JSON.readTree("""
                {"Image": "nginx:1.27-alpine", "Cmd": ["nginx"], "Env": ["A=b"], "Labels": {"l": "v"},
                 "HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "9999"}]}, "Binds": ["data:/data"]}}""");
        client.call(EngineRequest.post("/containers/create").with("name", "mine").json(body));
        post("/containers/mine/start");
        JsonNode mine = client.inspect("mine");
        assertThat(mine.at("/State/Running").asBoolean()).isTrue();
        assertThat(mine.at("/NetworkSettings/Ports/80~1tcp/0/HostPort").asText()).isEqualTo("9999");
        assertThat(mine.at("/Mounts/0/Name").asText()).isEqualTo("data");
        assertThat(get("/volumes/data").path("Driver").asText()).isEqualTo("local");
    }

    @Test
    void manyColouredLinesArriveAndNewOnesFollow() throws Exception {
        FakeContainer chatty = docker.run("chatty", "alpine");
        chatty.log.fill(100_000);
        EngineRequest logs = EngineRequest.get("/containers/chatty/logs").with("stdout", "1").with("stderr", "1")
                .with("follow", "1");
        try (EngineResponse response = client.stream(logs)) {
            DataInputStream in = new DataInputStream(response.body());
            String first = frame(in);
            assertThat(first).contains("\u001b[").contains("000000");
            for (int i = 1; i < 100_000; i++) {
                frame(in);
            }
            chatty.log.add("the newest");
            assertThat(frame(in)).isEqualTo("the newest\n");
            chatty.exit(0);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    private static String frame(DataInputStream in) throws IOException {
        in.readInt();
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    @Test
    void figuresComeWithEveryTickAndNeverFall() throws Exception {
        docker.tickByHand();
        try (EngineResponse response = client.stream(EngineRequest.get("/containers/shop-web-1/stats"));
                BufferedReader in = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            long before = JSON.readTree(in.readLine()).at("/cpu_stats/cpu_usage/total_usage").asLong();
            docker.tick();
            JsonNode second = JSON.readTree(in.readLine());
            assertThat(second.at("/precpu_stats/cpu_usage/total_usage").asLong()).isEqualTo(before);
            assertThat(second.at("/cpu_stats/cpu_usage/total_usage").asLong()).isGreaterThan(before);
            assertThat(second.at("/memory_stats/usage").asLong()).isPositive();
        }
    }

    @Test
    void aPullStopsWhereItIsHeldAndFailsWhereItShould() throws Exception {
        docker.transfers().hold(Transfers.Kind.PULL);
        CompletableFuture<List<JsonNode>> pulled = CompletableFuture.supplyAsync(() -> pull("busybox"));
        await().until(() -> docker.requests().stream().anyMatch(request -> request.contains("busybox")));
        assertThat(pulled).isNotDone();
        docker.transfers().release(Transfers.Kind.PULL);
        assertThat(pulled.get()).extracting(line -> line.path("status").asText()).contains("Downloading", "Extracting",
                "Pull complete");
        assertThat(get("/images/busybox:latest/json").path("RepoTags").path(0).asText()).isEqualTo("busybox:latest");
        docker.transfers().fail(Transfers.Kind.PULL, "no space left on device");
        assertThat(pull("alpine").getLast().path("error").asText()).isEqualTo("no space left on device");
    }

    private List<JsonNode> pull(String image) {
        List<JsonNode> lines = new ArrayList<>();
        EngineRequest request = EngineRequest.post("/images/create").with("fromImage", image).with("tag", "latest");
        try (EngineResponse response = client.stream(request)) {
            JSON.readerFor(JsonNode.class).<JsonNode>readValues(response.body()).forEachRemaining(lines::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    @Test
    void aShellInAContainerEchoes() throws Exception {
        JsonNode body = JSON.readTree("{\"Cmd\": [\"/bin/sh\"], \"Tty\": true}");
        String id = client.call(EngineRequest.post("/containers/shop-web-1/exec").json(body)).path("Id").asText();
        try (ByteStream shell = client.hijack(EngineRequest.post("/exec/" + id + "/start").json(body))) {
            client.call(EngineRequest.post("/exec/" + id + "/resize").with("h", "30").with("w", "90"));
            shell.output().write("size\rhello\rexit 3\r".getBytes(UTF_8));
            assertThat(new String(shell.input().readAllBytes(), UTF_8)).contains("# ", "30 90", "hello\r\nhello\r\n");
        }
        assertThat(get("/exec/" + id + "/json").path("ExitCode").asInt()).isEqualTo(3);
    }

    @Test
    void filesGoOutAndIn() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            TarArchiveEntry entry = new TarArchiveEntry("new.txt");
            entry.setSize(3);
            tar.putArchiveEntry(entry);
            tar.write("new".getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        InputStream content = new ByteArrayInputStream(packed.toByteArray());
        new ContainerFiles(client).write("shop-web-1", "/etc", content);
        List<String> names = new ArrayList<>();
        EngineRequest etc = EngineRequest.get("/containers/shop-web-1/archive").with("path", "/etc");
        try (EngineResponse response = client.stream(etc);
                TarArchiveInputStream tar = new TarArchiveInputStream(response.body())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("etc/", "etc/hostname", "etc/new.txt");
    }

    @Test
    void aFolderIsListedByTheCommandOfTheApp() throws Exception {
        ContainerFiles files = new ContainerFiles(client);
        assertThat(files.list("shop-web-1", "/etc").orElseThrow()).extracting(FileEntry::name, FileEntry::kind)
                .containsExactly(tuple("hostname", FileKind.FILE), tuple("os-release", FileKind.FILE),
                        tuple("passwd", FileKind.FILE));
        assertThat(files.list("shop-web-1", "/").orElseThrow()).extracting(FileEntry::name).contains("etc", "var");
        assertThatThrownBy(() -> files.list("shop-web-1", "/ghost")).hasMessageContaining("no folder");
        assertThat(files.list("shop-api-1", "/etc")).as("of a stopped container").isEmpty();
        assertThat(files.stat("shop-web-1", "/bin/sh").linkTarget()).isEqualTo("/bin/busybox");
    }

    @Test
    void aVolumeShowsTheSameFilesWhereverItIsMounted() throws Exception {
        ContainerFiles files = new ContainerFiles(client);
        assertThat(files.list("shop-db-1", "/var/lib/data").orElseThrow()).extracting(FileEntry::name)
                .containsExactly("VERSION", "base");
        try (VolumeMount mount = new Volumes(client).open("shop_db-data");
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        files.read(mount.container(), VolumeMount.PATH + "/."))) {
            List<String> names = new ArrayList<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
            assertThat(names).containsExactly("./", "./VERSION", "./base/", "./base/data.bin");
        }
        assertThat(client.containers(true)).as("the helper is gone").hasSize(14);
    }

    @Test
    void itFailsFreezesAndGoesDownOnRequest() throws Exception {
        docker.fail("GET", "/containers/json", 500, "the disk is full");
        assertRefused(500, "the disk is full", () -> client.containers(true));
        docker.mend();
        CountDownLatch latch = new CountDownLatch(1);
        docker.slow("/containers/json", latch);
        CompletableFuture<Integer> list = CompletableFuture.supplyAsync(() -> {
            try {
                return client.containers(true).size();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> docker.busy() == 1);
        assertThat(list).isNotDone();
        latch.countDown();
        assertThat(list.get()).isEqualTo(14);
        docker.mend();
        docker.goDown();
        assertThatThrownBy(() -> client.containers(true)).isInstanceOf(IOException.class);
        docker.comeUp();
        assertThat(client.containers(true)).hasSize(14);
    }
}
