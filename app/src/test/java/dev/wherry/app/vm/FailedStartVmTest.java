// Starts that cannot work: each says plainly why, with the right exit code, and leaves nothing behind.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.image.SampleImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
class FailedStartVmTest {

    private static final Path IMAGE = Path.of(System.getProperty("wherry.test.image"));

    @TempDir
    private Path folder;

    @Test
    void noQemuIsNamedWithEveryPlaceThatWasTried() throws Exception {
        try (Wherry wherry = new Wherry()) {
            Command.Result result = with(wherry, Map.of("WHERRY_QEMU", "/nowhere/qemu"), "up").run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.stderr()).contains("/nowhere/qemu").contains("Install QEMU");
        }
    }

    @Test
    void moreMemoryThanTheHostHasIsRefusedBeforeAnythingStarts() throws Exception {
        try (Wherry wherry = new Wherry()) {
            configure(wherry, "memory: 9000GiB");
            Command.Result result = wherry.wherry("up").run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.stderr()).contains("9000GiB of memory").contains("wherry.yaml");
        }
    }

    @Test
    void aTypingErrorInTheConfigurationIsNamedWithItsLine() throws Exception {
        try (Wherry wherry = new Wherry()) {
            configure(wherry, "# mine\nmemroy: 2GiB");
            Command.Result result = wherry.wherry("up").run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.stderr()).contains("wherry.yaml, line 2").contains("memroy").contains("memory");
            assertThat(wherry.home().resolve("data/machines/default/disk.raw")).doesNotExist();
        }
    }

    @Test
    void aDamagedImageIsRefused() throws Exception {
        for (String file : new String[]{"manifest.json", "manifest.sig", "kernel", "initrd", "root.img"}) {
            Files.copy(IMAGE.resolve(file), folder.resolve(file));
        }
        byte[] root = Files.readAllBytes(folder.resolve("root.img"));
        root[root.length / 2] ^= 1;
        Files.write(folder.resolve("root.img"), root);
        try (Wherry wherry = new Wherry(folder)) {
            Command.Result result = wherry.wherry("up").run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.stderr()).contains("damaged").contains("root.img");
        }
    }

    @Test
    void anImageThatSomebodyElseSignedIsRefused() throws Exception {
        SampleImage.write(folder, "1", 1);
        SampleImage.sign(folder, KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        try (Wherry wherry = new Wherry(folder)) {
            Command.Result result = wherry.wherry("up").run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.stderr()).contains("not signed by a key that this program trusts");
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        try (Wherry wherry = new Wherry()) {
            Files.createDirectories(wherry.home());
            Path data = Files.writeString(wherry.home().resolve("data"), "a file in the way");
            Command.Result result = wherry.wherry("up").run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.stderr()).contains(data.toString());
            Files.delete(data);
        }
    }

    @Test
    void aBootThatHangsFailsByItsDeadlineWithItsStageAndTheConsolesLastLines() throws Exception {
        // Without its initial RAM disk the kernel finds no root and panics.
        Files.copy(IMAGE.resolve("kernel"), folder.resolve("kernel"));
        ObjectNode manifest = (ObjectNode) new ObjectMapper()
                .readTree(Files.readAllBytes(IMAGE.resolve("manifest.json")));
        for (String part : new String[]{"initrd", "root"}) {
            byte[] junk = "no file system".getBytes(UTF_8);
            Files.write(folder.resolve(manifest.path(part).path("file").asText()), junk);
            ((ObjectNode) manifest.path(part)).put("size", junk.length).put("sha256",
                    SampleImage.sha256(junk));
        }
        Files.writeString(folder.resolve("manifest.json"), manifest.put("commandLine", "panic=0").toString());
        SampleImage.sign(folder, SampleImage.developmentKey());
        try (Wherry wherry = new Wherry(folder)) {
            configure(wherry, "stage_timeout: 20");
            Command.Result result = wherry.wherry("up").run();
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.stderr()).contains("\"Booting Linux\" failed because it took longer than 20 s")
                    .contains("Kernel panic").contains("wherry logs");
            assertThat(wherry.state()).isEqualTo("FAILED");
            assertThat(wherry.status().path("vm").isNull()).as("no VM is left").isTrue();
        }
    }

    private static void configure(Wherry wherry, String content) throws Exception {
        Files.writeString(Files.createDirectories(wherry.home().resolve("config")).resolve("wherry.yaml"), content);
    }

    private static Command with(Wherry wherry, Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(wherry.environment());
        environment.putAll(more);
        return new Command(wherry.wherry(arguments).line(), environment);
    }
}
