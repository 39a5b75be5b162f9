// The client against a server that answers as engines do, and as they should not.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.stream.ByteStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineClientTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final EngineRequest THING = EngineRequest.get("/thing");

    private FakeEngine engine;
    private EngineClient client;

    @BeforeEach
    void startEngine() throws IOException {
        engine = new FakeEngine();
        client = new EngineClient(engine.transport(), LONG);
    }

    @AfterEach
    void stopEngine() throws IOException {
        engine.close();
    }

    @Test
    void listsContainersAsTheEngineDescribesThem() throws IOException {
        engine.on("GET /containers/json", exchange -> exchange.json(200,
                """
                        [{"Id":"8dfafdbc3a40","Names":["/web","/other/alias"],"Image":"nginx","State":"running",
                          "Status":"Up 3 minutes","Created":1367854155,"Labels":{"a":"b"},
                          "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"},
                                   {"PrivatePort":443,"Type":"tcp"}]},
                         {"Id":"9cd87474be90","Names":null,"Image":"x","State":"exited","Status":"","Labels":null,"Ports":[]}]"""));

        assertThat(client.containers(true)).satisfiesExactly(web -> {
            assertThat(web.name()).isEqualTo("web");
            assertThat(web.names()).containsExactly("web", "other/alias");
            assertThat(web.state()).isEqualTo("running");
            assertThat(web.labels()).isEqualTo(Map.of("a", "b"));
            assertThat(web.created()).isEqualTo(Instant.ofEpochSecond(1367854155));
            assertThat(web.ports()).containsExactly(new PublishedPort("0.0.0.0", 80, 8080, "tcp"),
                    new PublishedPort("", 443, null, "tcp"));
        }, bare -> assertThat(bare.name()).isEqualTo("9cd87474be90"));
        assertThat(engine.requests).containsExactly("GET /_ping", "GET /v1.45/containers/json?all=true");
    }

    @Test
    void agreesOnAnApiVersionOnceAndAgainAtEachPing() throws IOException {
        engine.on("GET /thing", exchange -> exchange.json(200, "{}"));
        client.call(THING);
        client.call(THING);
        engine.says("GET /_ping",
                "HTTP/1.1 200 OK\r\nApi-Version: 1.99\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\nOK");
        assertThat(client.ping(LONG)).isEqualTo(
                new EnginePing(ApiVersion.NEWEST, Instant.parse("1994-11-06T08:49:37Z")));
        client.call(THING);
        assertThat(engine.requests).containsExactly("GET /_ping", "GET /v1.45/thing", "GET /v1.45/thing", "GET /_ping",
                "GET /v1.47/thing");
    }

    @Test
    void asksForTheVersionWhenThePingDoesNotTell() throws IOException {
        engine.says("GET /_ping", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
        engine.on("GET /version", exchange -> exchange.json(200, """
                {"Version":"26.1.5+dfsg1","ApiVersion":"1.44","MinAPIVersion":"1.24","Os":"linux","Arch":"arm64",
                 "KernelVersion":"6.12.1"}"""));
        assertThat(client.ping(LONG).apiVersion()).isEqualTo(new ApiVersion(1, 44));
        assertThat(client.version()).isEqualTo(new EngineVersion("26.1.5+dfsg1", new ApiVersion(1, 44),
                new ApiVersion(1, 24), "linux", "arm64", "6.12.1"));
    }

    @Test
    void namesBothVersionsWhenTheEngineIsTooOld() {
        engine.says("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.39\r\n\r\nOK");
        assertThatIOException().isThrownBy(() -> client.containers(false)).withMessageContainingAll("1.39", "1.41",
                "Upgrade");
    }

    @Test
    void reportsARefusalInTheEnginesOwnWords() {
        engine.on("GET /containers/a%20%2Fb/json",
                exchange -> exchange.json(404, "{\"message\":\"No such container: a /b\"}"));
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> client.inspect("a /b")).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(404);
            assertThat(refusal.engineMessage()).isEqualTo("No such container: a /b");
            assertThat(refusal).hasMessageContaining("GET /containers/a%20%2Fb/json");
        });
    }

    @Test
    void reportsARefusalThatIsNotJsonAsItStands() {
        engine.says("GET /thing", "HTTP/1.1 400 Bad Request\r\nContent-Length: 23\r\n\r\nmalformed Host header\r\n");
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> client.call(THING))
                .satisfies(refusal -> assertThat(refusal.engineMessage()).isEqualTo("malformed Host header"));
    }

    @Test
    void readsChunksHoweverTheyAreSplitOnTheWay() throws IOException {
        String answer = """
                HTTP/1.1 200 OK\r
                Transfer-Encoding: chunked\r
                Trailer: X-Sum\r
                \r
                5;name="a;b"\r
                {"a":\r
                1\r
                "\r
                00A\r
                0123456789\r
                2\r
                "}\r
                0\r
                X-Sum: 17\r
                \r
                """;
        engine.on("GET /thing", exchange -> {
            for (byte b : answer.getBytes(UTF_8)) {
                exchange.connection().output().write(b);
            }
        });
        assertThat(client.call(THING).path("a").asText()).isEqualTo("0123456789");
    }

    @Test
    void readsOverInterimAnswers() throws IOException {
        engine.says("GET /thing", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n7");
        assertThat(client.call(THING).asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void takesAnAnswerWithoutABodyWhateverItsHeadersSay(int status) throws IOException {
        CountDownLatch answered = new CountDownLatch(1);
        engine.on("POST /thing", exchange -> {
            exchange.send("HTTP/1.1 " + status + " No Body\r\nContent-Length: 5\r\n\r\n");
            assertThat(exchange.connection().input().read()).isEqualTo(-1); // the client hangs up first
            answered.countDown();
        });
        assertThat(client.call(EngineRequest.post("/thing")).isMissingNode()).isTrue();
        assertThat(answered).satisfies(latch -> assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "SSH-2.0-OpenSSH_9.2\r\n",
            "HTTP/2 200\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n77\r\n0\r\n\r\n",
            "HTTP/1.1 101 Switching\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n{\"half\":"})
    void saysWhatIsWrongWithAMalformedAnswer(String answer) {
        engine.says("GET /thing", answer);
        assertThatIOException().isThrownBy(() -> client.call(THING)).withMessageContaining("engine");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "",
            "HTTP/1.1 200 OK\r\nContent-Le",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}"})
    void neverTakesAnAnswerThatBreaksOffForAWholeOne(String answer) {
        engine.says("GET /thing", answer);
        assertThatIOException().isThrownBy(() -> client.call(THING))
                .satisfies(e -> assertThat(e instanceof EOFException || e.getCause() instanceof EOFException).isTrue());
    }

    @Test
    void stopsReadingAHeadThatDoesNotEnd() {
        engine.on("GET /thing", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nX: ");
            byte[] more = new byte[8192];
            Arrays.fill(more, (byte) 'x');
            while (true) {
                exchange.connection().output().write(more);
            }
        });
        assertThatIOException().isThrownBy(() -> client.call(THING)).withMessageContaining("more than 16384 bytes");
        engine.on("GET /thing", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\n");
            while (true) {
                exchange.send("A: b\r\n");
            }
        });
        assertThatIOException().isThrownBy(() -> client.call(THING)).withMessageContaining("128 header lines");
    }

    @Test
    void givesUpOnAnEngineThatTakesTheConnectionAndSaysNothing() {
        engine.on("GET /_ping", exchange -> exchange.connection().input().read());
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> client.ping(SHORT))
                .withMessageContainingAll("GET /_ping", "200 ms");
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() {
        EngineClient hasty = new EngineClient(engine.transport(), SHORT);
        engine.on("GET /thing", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{");
            assertThat(exchange.connection().input().read()).isEqualTo(-1);
        });
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> hasty.call(THING));
    }

    @Test
    void givesUpOnATransportThatDoesNotConnectAndClosesWhatComesTooLate() throws Exception {
        CountDownLatch deadlinePassed = new CountDownLatch(1);
        CompletableFuture<ByteStream> late = new CompletableFuture<>();
        EngineTransport slow = () -> {
            awaitQuietly(deadlinePassed);
            ByteStream stream = engine.transport().open();
            late.complete(stream);
            return stream;
        };
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> new EngineClient(slow).ping(SHORT));
        deadlinePassed.countDown();
        ByteStream stream = late.get();
        await().untilAsserted(
                () -> assertThatIOException().isThrownBy(() -> stream.output().write(1)));
    }

    @Test
    void namesTheTransportsReasonWhenThereIsNoConnection() {
        EngineClient lost = new EngineClient(() -> {
            throw new IOException("no SSH session to the guest");
        });
        assertThatIOException().isThrownBy(() -> lost.ping(SHORT)).withMessageContainingAll("GET /_ping",
                "no SSH session");
    }

    @Test
    void sendsJsonAndParameters() throws IOException {
        engine.on("POST /containers/create", exchange -> {
            JsonNode sent = new ObjectMapper().readTree(exchange.body().readAllBytes());
            assertThat(exchange.parameter("name")).isEqualTo("ä & b");
            exchange.json(201, "{\"Id\":\"" + sent.path("Image").asText() + "\"}");
        });
        JsonNode answer = client.call(EngineRequest.post("/containers/create").with("name", "ä & b")
                .json(new ObjectMapper().createObjectNode().put("Image", "hello")));
        assertThat(answer.path("Id").asText()).isEqualTo("hello");
    }

    @Test
    void streamsALargeBodyInAndALargeAnswerOut() throws IOException {
        byte[] image = new byte[5_000_001];
        new Random(2).nextBytes(image);
        engine.on("POST /images/load", exchange -> {
            byte[] got = exchange.body().readAllBytes();
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: " + got.length + "\r\n\r\n");
            exchange.connection().output().write(got);
        });
        EngineRequest load = EngineRequest.post("/images/load").streaming("application/x-tar",
                new ByteArrayInputStream(image));
        try (EngineResponse response = client.stream(load)) {
            assertThat(response.body().readAllBytes()).isEqualTo(image);
        }
    }

    @Test
    void hearsARefusalThatComesBeforeTheBodyIsSent() {
        engine.on("POST /images/load", exchange -> exchange.json(413, "{\"message\":\"disk is full\"}"));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(
                        () -> client.stream(EngineRequest.post("/images/load").streaming("application/x-tar", endless)))
                .satisfies(refusal -> assertThat(refusal.engineMessage()).isEqualTo("disk is full"));
    }

    @Test
    void tellsAFailingSourceFromAFailingEngine() throws IOException {
        engine.on("POST /images/load", exchange -> exchange.body().readAllBytes());
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatIOException()
                .isThrownBy(
                        () -> client.stream(EngineRequest.post("/images/load").streaming("application/x-tar", broken)))
                .withMessageContainingAll("content of POST /images/load", "Stream closed");
    }

    @Test
    void aStreamedAnswerOutlivesTheDeadline() throws Exception {
        Duration deadline = Duration.ofSeconds(1);
        EngineClient hasty = new EngineClient(engine.transport(), deadline);
        CompletableFuture<Void> headRead = new CompletableFuture<>();
        engine.on("GET /thing", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            headRead.join();
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(
                    () -> new CompletableFuture<>().get(deadline.toMillis() + 200, TimeUnit.MILLISECONDS));
            exchange.chunk("late");
            exchange.send("0\r\n\r\n");
        });
        try (EngineResponse response = hasty.stream(THING)) {
            headRead.complete(null);
            assertThat(response.body().readAllBytes()).asString().isEqualTo("late");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n"})
    void hijacksAConnectionWithWhatWasReadAheadAndWithHalfClose(String head) throws IOException {
        engine.on("POST /exec/1/start", exchange -> {
            assertThat(exchange.headers().get("Upgrade")).isEqualTo("tcp");
            exchange.body().readAllBytes();
            exchange.send(head + "prompt$ "); // in the same piece as the head
            ByteBuffer sum = ByteBuffer.allocate(Integer.BYTES)
                    .putInt(exchange.connection().input().readAllBytes().length);
            exchange.send("got ");
            exchange.connection().output().write(sum.array());
        });
        EngineRequest start = EngineRequest.post("/exec/1/start").json(new ObjectMapper().createObjectNode());
        try (ByteStream stream = client.hijack(start)) {
            assertThat(stream.input().readNBytes(8)).asString().isEqualTo("prompt$ ");
            stream.output().write(new byte[100_000]);
            stream.shutdownOutput();
            assertThat(stream.input().readNBytes(4)).asString(UTF_8).isEqualTo("got ");
            assertThat(ByteBuffer.wrap(stream.input().readAllBytes()).getInt()).isEqualTo(100_000);
        }
    }

    @Test
    void refusesToHijackWhatTheEngineRefuses() {
        engine.on("POST /exec/1/start", exchange -> exchange.json(409, "{\"message\":\"container is paused\"}"));
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> client.hijack(EngineRequest.post("/exec/1/start")))
                .satisfies(refusal -> assertThat(refusal.engineMessage()).isEqualTo("container is paused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-slash", "/with space", "/line\r\nHost: evil", "/query?x=1", "/ümlaut"})
    void refusesAPathThatWouldBreakTheRequestLine(String path) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> EngineRequest.get(path));
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
