// A new guest image is taken when it works, and given back when it does not; containers are there either way.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.fetch.FileServer;
import dev.wherry.engine.image.SampleImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
class UpgradeVmTest {

    private static final Path IMAGE = Path.of(System.getProperty("wherry.test.image"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void anImageWhoseEngineDoesNotComeUpIsGivenBackAndOneThatWorksIsKept() throws Exception {
        try (FileServer server = new FileServer(); Wherry wherry = Wherry.installed()) {
            Path config = Files.createDirectories(wherry.home().resolve("config")).resolve("wherry.yaml");
            Files.writeString(config, "stage_timeout: 75\nengine:\n  debug: false\nupdates:\n  url: "
                    + server.at("/feed.json") + "\n");
            wherry.run("up", "-q");
            wherry.inGuest("docker load -qi /usr/share/wherry/hello.tar && docker create --name kept wherry/hello");
            String before = image(wherry);

            offer(server, "broken", 1, "an option that no engine knows");
            Command.Result broken = wherry.wherry("upgrade", "--yes").run();
            assertThat(broken.exitCode()).as(broken.stderr()).isEqualTo(1);
            assertThat(broken.stderr()).contains("The new guest image broken did not come up")
                    .contains("Starting the container engine").contains("runs the image from before again");
            assertThat(image(wherry)).isEqualTo(before);
            assertContainerIsThere(wherry);

            offer(server, "better", 2, "debug");
            assertThat(wherry.run("upgrade", "--check")).contains("There is the guest image better", "Fewer bugs.");
            assertThat(image(wherry)).isEqualTo(before);
            wherry.run("upgrade", "--yes", "-q");
            assertThat(image(wherry)).isEqualTo("better");
            assertContainerIsThere(wherry);

            JsonNode report = JSON.readTree(wherry.run("upgrade", "--json"));
            assertThat(report.path("image").path("version").asText()).isEqualTo("better");
            assertThat(report.path("image").path("newest").isNull()).isTrue();
            assertThat(wherry.run("upgrade", "--back")).contains("The next start uses the guest image " + before);
        }
    }

    private static String image(Wherry wherry) throws Exception {
        return wherry.status().path("vm").path("image").asText();
    }

    private static void assertContainerIsThere(Wherry wherry) throws Exception {
        assertThat(wherry.inGuest("docker ps -a --format '{{.Names}}'")).isEqualToIgnoringNewLines("kept");
    }

    // The real image under another name, with one more option for its engine.
    private void offer(FileServer server, String version, long serial, String option) throws Exception {
        ObjectNode manifest = (ObjectNode) JSON.readTree(Files.readAllBytes(IMAGE.resolve("manifest.json")));
        manifest.put("version", version).put("serial", serial);
        ((ObjectNode) manifest.path("engineDefaults")).put(option, false);
        Files.writeString(folder.resolve("manifest.json"), manifest.toString());
        SampleImage.sign(folder, SampleImage.developmentKey());
        for (String name : new String[]{"manifest.json", "manifest.sig"}) {
            server.put("/" + version + "/" + name, Files.readAllBytes(folder.resolve(name)));
        }
        for (String part : new String[]{"kernel", "initrd", "root"}) {
            String name = manifest.path(part).path("file").asText();
            server.put("/" + version + "/" + name, Files.readAllBytes(IMAGE.resolve(name)));
        }
        ObjectNode feed = JSON.createObjectNode().put("format", 1);
        feed.putArray("images").addObject().put("arch", manifest.path("arch").asText()).put("version", version)
                .put("serial", serial).put("url", version).put("notes", "Fewer bugs.");
        server.put("/feed.json", feed.toString().getBytes(UTF_8));
    }
}
