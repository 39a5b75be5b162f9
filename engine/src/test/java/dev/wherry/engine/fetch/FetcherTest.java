// Files come whole or not at all, over whatever the network does to them.
package dev.wherry.engine.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {

    private static final int SIZE = 300_000;
    private static final byte[] CONTENT = content();

    @TempDir
    private Path folder;
    private FileServer server;
    private Fetcher fetcher;
    private final List<Long> progress = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() throws Exception {
        server = new FileServer();
        server.put("/file", CONTENT);
        fetcher = new Fetcher(Map.of(),
                new Patience(Duration.ofSeconds(1), 3, Duration.ofMillis(1), Duration.ofSeconds(30)));
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    private static byte[] content() {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        return content;
    }

    @Test
    void aFileComesWholeAndNothingElseIsLeft() throws Exception {
        fetch();
        assertWhole();
        assertThat(progress).isSorted().endsWith((long) SIZE);
    }

    @Test
    void aConnectionThatIsCutIsTakenUpWhereItEnded() throws Exception {
        cutWhenArrived(2, 100_000, () -> {
        });
        fetch();
        assertWhole();
        assertThat(server.requests()).containsExactly("/file", "/file bytes=100000-", "/file bytes=200000-");
    }

    @Test
    void whatCameBeforeTheProgramEndedIsNotFetchedAgain() throws Exception {
        cutWhenArrived(1, 50_000, () -> server.fail(503));
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class);
        server.fail(0);
        fetch();
        assertWhole();
        assertThat(server.requests()).last().isEqualTo("/file bytes=50000-");
    }

    @Test
    void aFileThatHasChangedOnTheServerIsFetchedAnew() throws Exception {
        server.cut(1, 100_000);
        server.stall(() -> server.tag("\"2\""));
        fetch();
        assertWhole();
    }

    @Test
    void aRangeThatWasNotAskedForIsThrownAway() throws Exception {
        cutWhenArrived(1, 100_000, () -> server.beginRangesLate(7));
        fetch();
        assertWhole();
        assertThat(server.requests()).containsExactly("/file", "/file bytes=100000-", "/file");
    }

    @Test
    void aServerThatFallsSilentIsGivenUpAndAskedAgain() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        server.cut(1, 100_000);
        server.stall(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        fetch();
        end.countDown();
        assertWhole();
    }

    @Test
    void aServerThatIsNeverWellIsGivenUpWithItsStatus() {
        server.fail(503);
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class).hasMessageContaining("HTTP status 503");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aFileThatIsNotThereIsAskedForOnce() {
        server.fail(404);
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class).hasMessageContaining("HTTP status 404");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void otherContentsAreThrownAway() {
        byte[] other = CONTENT.clone();
        other[SIZE / 2] ^= 1;
        server.put("/file", other);
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class)
                .hasMessageContaining("does not have the contents that were announced");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void moreThanWasAnnouncedIsThrownAway() {
        server.put("/file", new byte[SIZE + 1]);
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class).hasMessageContaining("more than");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSmallFileHasALimit() throws Exception {
        server.put("/small", "some words".getBytes(UTF_8));
        assertThat(fetcher.small(server.at("/small"), 10)).asString(UTF_8).isEqualTo("some words");
        assertThatThrownBy(() -> fetcher.small(server.at("/small"), 9)).hasMessageContaining("more than the 9 bytes");
    }

    @Test
    void redirectsAreFollowedAndLeadToNoPlainHttpElsewhere() throws Exception {
        server.redirect("/moved", "/file");
        assertThat(fetcher.small(server.at("/moved"), SIZE)).isEqualTo(CONTENT);
        server.redirect("/circle", "/circle");
        assertThatThrownBy(() -> fetcher.small(server.at("/circle"), 9)).hasMessageContaining("without end");
        server.redirect("/away", "http://example.org/file");
        assertThatThrownBy(() -> fetcher.small(server.at("/away"), 9))
                .hasMessageContaining("http://example.org/file").hasMessageContaining("https://");
    }

    @Test
    void whereNobodyListensIsNamed() {
        URI nobody = server.at("/file");
        server.close();
        assertThatThrownBy(() -> fetcher.small(nobody, 9)).isInstanceOf(FetchException.class)
                .hasMessageContaining(nobody.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/x", "ftp://example.org/x", "file:///etc/passwd", "example.org",
            "https:",
            "http://127.0.0.1.example.org/", "http://[::2]/", "not an address"})
    void whatOthersCouldChangeOnTheWayIsNoSafeAddress(String text) {
        assertThat(Addresses.isSafe(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/x", "http://localhost:8080/x", "http://127.0.0.1/", "http://[::1]:1/"})
    void httpsAndThisComputerAreSafe(String text) {
        assertThat(Addresses.isSafe(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "https://a.example/,     https_proxy, http://p:3128, -,             p:3128",
            "https://a.example/,     HTTPS_PROXY, p:3128,        -,             p:3128",
            "https://a.example/,     ALL_PROXY,   http://p:3128, -,             p:3128",
            "https://a.example/,     http_proxy,  http://p:3128, -,             -",
            "https://a.example/,     https_proxy, http://p:3128, '.example',    -",
            "https://a.example/,     https_proxy, http://p:3128, 'x, a.example', -",
            "https://aa.example/,    https_proxy, http://p:3128, 'a.example',   p:3128",
            "https://a.example/,     https_proxy, http://p:3128, '*',           -",
            "http://127.0.0.1:8080/, http_proxy,  http://p:3128, -,             -"})
    void theEnvironmentsProxyIsUsedButNeverForThisComputer(String address, String variable, String value, String spared,
            String proxy) {
        Map<String, String> environment = spared == null
                ? Map.of(variable, value)
                : Map.of(variable, value, "NO_PROXY", spared);
        Proxy chosen = new EnvironmentProxy(environment).select(URI.create(address)).getFirst();
        assertThat(chosen.type()).isEqualTo(proxy == null ? Proxy.Type.DIRECT : Proxy.Type.HTTP);
        if (proxy != null) {
            assertThat(String.valueOf(chosen.address())).startsWith("p/").endsWith(":3128");
        }
    }

    @Test
    void aProxyOfAnotherKindIsNamed() {
        try (Fetcher through = new Fetcher(Map.of("https_proxy", "socks5://p:1080"), Patience.USUAL)) {
            assertThatThrownBy(() -> through.small(URI.create("https://a.example/"), 9))
                    .isInstanceOf(FetchException.class).hasMessageContaining("socks5://p:1080");
        }
    }

    // Of a connection that is cut the JDK's client drops what it has received but not yet handed on.
    private void cutWhenArrived(int times, int bytes, Runnable then) {
        AtomicLong sent = new AtomicLong();
        server.cut(times, bytes);
        server.stall(() -> {
            long arriving = sent.addAndGet(bytes);
            await().until(() -> progress.contains(arriving));
            then.run();
        });
    }

    private void fetch() throws Exception {
        fetcher.file(server.at("/file"), folder.resolve("file"), SIZE,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT)), progress::add);
    }

    private void assertWhole() throws Exception {
        assertThat(Files.readAllBytes(folder.resolve("file"))).isEqualTo(CONTENT);
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("file"));
    }
}
