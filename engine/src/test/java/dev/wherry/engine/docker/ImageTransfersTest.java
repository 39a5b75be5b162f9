// Images on their way: pulled, pushed, built, loaded and saved.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTransfersTest extends WithEngine {

    @TempDir
    private Path folder;
    private Images images;
    private RegistryLogins nobody;

    @BeforeEach
    void useImages() {
        images = new Images(client);
        nobody = new RegistryLogins(folder.resolve("config.json"));
    }

    @Test
    void aPullTellsHowFarEachLayerIs() throws IOException {
        says("POST /images/create",
                """
                        {"status":"Pulling from library/nginx","id":"1.27"}
                        {"status":"Pulling fs layer","progressDetail":{},"id":"0a0b0c0d0e0f"}
                        {"status":"Already exists","progressDetail":{},"id":"111111111111"}
                        {"status":"Downloading","progressDetail":{"current":50,"total":100},"progress":"[=>]","id":"0a0b0c0d0e0f"}
                        {"status":"Pull complete","progressDetail":{},"id":"0a0b0c0d0e0f"}
                        {"status":"Digest: sha256:9"}
                        {"status":"Status: Downloaded newer image for nginx:1.27"}
                        """);
        List<TransferProgress> heard = new ArrayList<>();
        images.pull(ImageReference.parse("nginx:1.27"), nobody, heard::add);

        assertThat(heard.getFirst()).isEqualTo(
                new TransferProgress(List.of(), "1.27: Pulling from library/nginx"));
        assertThat(heard.getFirst().fraction()).isNegative();
        assertThat(heard.get(3).layers()).containsExactly(
                new TransferProgress.Layer("0a0b0c0d0e0f", "Downloading", 50, 100),
                new TransferProgress.Layer("111111111111", "Already exists", 0, 0));
        assertThat(heard.get(3).fraction()).isCloseTo(0.7, within(1e-9));
        assertThat(heard.getLast().fraction()).isEqualTo(1);
        assertThat(heard.getLast().remark()).isEqualTo("Status: Downloaded newer image for nginx:1.27");
        assertThat(requests()).containsExactly("POST /images/create?fromImage=nginx&tag=1.27");
    }

    @Test
    void aPullThatFailsOnTheWaySaysWhyInTheEnginesWords() {
        says("POST /images/create", """
                {"status":"Pulling from x","id":"latest"}
                {"errorDetail":{"message":"no space left on device"},"error":"no space left on device"}
                """);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> images.pull(ImageReference.parse("x"), nobody, progress -> {
                })).satisfies(failure -> {
                    assertThat(failure.engineMessage()).isEqualTo("no space left on device");
                    assertThat(failure.status()).isZero();
                });
    }

    @Test
    void aPushCarriesTheLoginForItsRegistry() throws IOException {
        says("POST /images/localhost%3A5000%2Fshop/push", """
                {"status":"The push refers to repository [localhost:5000/shop]"}
                {"status":"Pushing","progressDetail":{"current":600,"total":512},"id":"0a0b0c0d0e0f"}
                {"status":"Pushed","progressDetail":{},"id":"0a0b0c0d0e0f"}
                {"progressDetail":{},"aux":{"Tag":"2","Digest":"sha256:9","Size":528}}
                """);
        List<TransferProgress> heard = new ArrayList<>();
        images.push(ImageReference.parse("localhost:5000/shop:2"), nobody, heard::add);
        assertThat(heard.get(1).fraction()).as("more than was announced").isEqualTo(1);
        assertThat(requests()).containsExactly("POST /images/localhost%3A5000%2Fshop/push?tag=2");
    }

    @Test
    void aBuildTellsWhatTheBuilderSaysLineByLineAndWhatItMade() throws IOException {
        says("POST /build", """
                {"stream":"Step 1/2 : FROM x"}
                {"stream":"\\n"}
                {"status":"Pulling from x","id":"latest"}
                {"status":"Downloading","progressDetail":{"current":1,"total":2},"id":"0a0b0c0d0e0f"}
                {"stream":" ---\\u003e abc\\nSuccessfully "}
                {"aux":{"ID":"sha256:9"}}
                {"stream":"built"}
                """);
        List<String> log = new ArrayList<>();
        assertThat(images.build(new BuildRequest("docker/Dockerfile", List.of("a:1", "b"), Map.of("V", "1"), "", false),
                new ByteArrayInputStream(new byte[1024]), nobody, log::add)).isEqualTo("sha256:9");
        assertThat(log).containsExactly("Step 1/2 : FROM x", "latest: Pulling from x", " ---> abc",
                "Successfully built");
        assertThat(requests()).containsExactly("POST /build?dockerfile=docker%2FDockerfile&rm=true&forcerm=true"
                + "&pull=false&buildargs=%7B%22V%22%3A%221%22%7D&t=a%3A1&t=b");
    }

    @Test
    void aBuildThatFailsSaysWhy() {
        says("POST /build", """
                {"stream":"Step 1/1 : RUN false\\n"}
                {"errorDetail":{"code":1,"message":"The command returned a non-zero code: 1"},"error":"The command…"}
                """);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(
                        () -> images.build(BuildRequest.of(), new ByteArrayInputStream(new byte[0]), nobody, line -> {
                        }))
                .satisfies(e -> assertThat(e.engineMessage()).isEqualTo("The command returned a non-zero code: 1"));
    }

    @Test
    void imagesAreSavedToATarAndLoadedFromIt() throws IOException {
        engine.says("GET /images/get", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbytes");
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        images.save(List.of("a:1", "b:2"), tar);
        assertThat(tar.toString(UTF_8)).isEqualTo("bytes");
        assertThat(requests()).containsExactly("GET /images/get?names=a%3A1&names=b%3A2");

        says("POST /images/load", "{\"stream\":\"Loaded image: a:1\\n\"}\n{\"stream\":\"Loaded image: b:2\\n\"}\n");
        assertThat(images.load(new ByteArrayInputStream(tar.toByteArray()))).containsExactly("Loaded image: a:1",
                "Loaded image: b:2");
    }

    @ParameterizedTest
    @CsvSource({
            "nginx,                         nginx,                    latest,   https://index.docker.io/v1/",
            "shop/web:2,                    shop/web,                 2,        https://index.docker.io/v1/",
            "docker.io/library/nginx:1,     docker.io/library/nginx,  1,        https://index.docker.io/v1/",
            "localhost:5000/web,            localhost:5000/web,       latest,   localhost:5000",
            "ghcr.io/a/b:v1@sha256:ab,      ghcr.io/a/b,              sha256:ab, ghcr.io"})
    void aNameTellsItsRegistry(String name, String repository, String tag, String registry) {
        ImageReference reference = ImageReference.parse(name);
        assertThat(reference).isEqualTo(new ImageReference(repository, tag));
        assertThat(reference.registry()).isEqualTo(registry);
    }

    private void says(String route, String messages) {
        engine.on(route, exchange -> {
            if (exchange.headers().lists("Transfer-Encoding", "chunked")) {
                exchange.body().readAllBytes();
            }
            exchange.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            exchange.connection().output().write(messages.getBytes(UTF_8));
        });
    }
}
