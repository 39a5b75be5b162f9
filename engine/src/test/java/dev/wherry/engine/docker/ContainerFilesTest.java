// Files in containers and volumes.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerFilesTest extends WithEngine {

    private ContainerFiles files;

    @BeforeEach
    void useFiles() {
        files = new ContainerFiles(client);
    }

    @Test
    void tellsWhatIsAtAPath() throws IOException {
        String stat = """
                {"name":"etc","size":4096,"mode":2147484141,"mtime":"2026-01-02T03:04:05Z","linkTarget":""}""";
        engine.says("HEAD /containers/web/archive", "HTTP/1.1 200 OK\r\nX-Docker-Container-Path-Stat: "
                + Base64.getEncoder().encodeToString(stat.getBytes(UTF_8)) + "\r\n\r\n");
        assertThat(files.stat("web", "/etc")).isEqualTo(new FileStat("etc", FileKind.FOLDER, 4096, 0755,
                Instant.parse("2026-01-02T03:04:05Z"), ""));
        assertThat(requests()).containsExactly("HEAD /containers/web/archive?path=%2Fetc");
    }

    @Test
    void listsAFolderByTheContainersOwnTools() throws IOException {
        lists(0, """
                41ed 4096 1700000000 .
                81a4 12 1700000001 a file
                a1ff 3 -5 link
                81a4 0 1700000002 two
                lines
                2190 0 1700000003 .null
                """);
        assertThat(files.list("web", "/some where")).hasValueSatisfying(entries -> assertThat(entries).containsExactly(
                new FileEntry("a file", FileKind.FILE, 12, 0644, Instant.ofEpochSecond(1_700_000_001)),
                new FileEntry("link", FileKind.LINK, 3, 0777, Instant.ofEpochSecond(-5)),
                new FileEntry("two\nlines", FileKind.FILE, 0, 0644, Instant.ofEpochSecond(1_700_000_002)),
                new FileEntry(".null", FileKind.SPECIAL, 0, 0620, Instant.ofEpochSecond(1_700_000_003))));
        assertThat(body("POST /containers/web/exec").path("Cmd").path(4).asText()).isEqualTo("/some where");
    }

    @Test
    void anEmptyFolderIsNotAnUnknownOne() throws IOException {
        lists(0, "41ed 4096 1700000000 .\n");
        assertThat(files.list("web", "/empty")).hasValueSatisfying(entries -> assertThat(entries).isEmpty());
        lists(0, "");
        assertThat(files.list("web", "/without-stat")).isEmpty();
    }

    @Test
    void doesNotKnowTheFoldersOfAContainerWithoutAShell() throws IOException {
        lists(127, "OCI runtime exec failed: \"sh\": executable file not found in $PATH\r\n");
        assertThat(files.list("web", "/")).isEmpty();
        engine.on("POST /containers/web/exec",
                exchange -> exchange.json(409, "{\"message\":\"container web is not running\"}"));
        assertThat(files.list("web", "/")).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        lists(99, "");
        assertThatIOException().isThrownBy(() -> files.list("web", "/nowhere")).withMessageContaining("/nowhere");
    }

    @Test
    void backsAVolumeUpThroughAContainerThatIsNeverStarted() throws IOException {
        helper();
        engine.says("GET /containers/h1/archive", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntar");
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        new Volumes(client).backUp("data", tar);
        assertThat(tar.toString(UTF_8)).isEqualTo("tar");
        assertThat(requests()).containsExactly("GET /volumes/data",
                "POST /images/create?fromSrc=-&changes=LABEL+dev.wherry.helper%3Dvolume", "POST /containers/create",
                "GET /containers/h1/archive?path=%2Fvolume%2F.", "DELETE /containers/h1?force=true&v=false",
                "DELETE /images/sha256%3A9?force=true");
    }

    @Test
    void leavesNothingBehindWhenARestoreFails() {
        helper();
        engine.on("PUT /containers/h1/archive", exchange -> {
            exchange.body().readAllBytes();
            exchange.json(400, "{\"message\":\"archive/tar: invalid tar header\"}");
        });
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> new Volumes(client).restore("data", new ByteArrayInputStream(new byte[10])))
                .withMessageContaining("invalid tar header");
        assertThat(requests()).endsWith("DELETE /containers/h1?force=true&v=false",
                "DELETE /images/sha256%3A9?force=true");
    }

    @Test
    void makesNoVolumeByLookingIntoOneThatIsNotThere() {
        engine.on("GET /volumes/gone", exchange -> exchange.json(404, "{\"message\":\"get gone: no such volume\"}"));
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> new Volumes(client).open("gone"));
        assertThat(requests()).containsExactly("GET /volumes/gone");
    }

    @Test
    void removesItsOwnForgottenHelpersBeforeAVolume() throws IOException {
        answers("GET /containers/json", "[{\"Id\":\"old\"}]");
        engine.says("DELETE /containers/old", "HTTP/1.1 204 No Content\r\n\r\n");
        engine.says("DELETE /volumes/data", "HTTP/1.1 204 No Content\r\n\r\n");
        new Volumes(client).remove("data");
        assertThat(requests()).last().isEqualTo("DELETE /volumes/data");
        assertThat(requests()).contains("DELETE /containers/old?force=true&v=false");
    }

    private void lists(int exitCode, String output) {
        accepts("POST /containers/web/exec", "{\"Id\":\"e1\"}");
        engine.says("POST /exec/e1/start", "HTTP/1.1 101 UPGRADED\r\n\r\n"
                + (output.isEmpty() ? "" : LogReaderTest.frame(1, output)));
        answers("GET /exec/e1/json", "{\"Running\":false,\"ExitCode\":" + exitCode + "}");
    }

    private void helper() {
        answers("GET /volumes/data", "{\"Name\":\"data\"}");
        engine.on("POST /images/create", exchange -> {
            exchange.body().readAllBytes();
            exchange.json(200, "{\"status\":\"sha256:9\"}");
        });
        accepts("POST /containers/create", "{\"Id\":\"h1\"}");
        engine.says("DELETE /containers/h1", "HTTP/1.1 204 No Content\r\n\r\n");
        answers("DELETE /images/sha256%3A9", "[]");
    }
}
