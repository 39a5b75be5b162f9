// What "wherry upgrade" tells, fetches and refuses, without a machine.
package dev.wherry.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.fetch.FileServer;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.image.SampleImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UpgradeCommandTest {

    private final Directories home = Directories.ofCurrentUser();
    private final Path config = home.config().resolve("wherry.yaml");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FileServer server = new FileServer();

    @TempDir
    private Path served;

    UpgradeCommandTest() throws IOException {
    }

    @BeforeEach
    void installAnImageAndOfferANewerOne() throws Exception {
        removeAll();
        SampleImage.write(home.data().resolve("image"), "old", 5);
        SampleImage.write(served, "new", 6);
        serve();
        feed("new", 6);
        settings("url: " + server.at("/feed.json"));
    }

    @AfterEach
    void removeAll() throws IOException {
        Files.deleteIfExists(config);
        if (Files.exists(home.data())) {
            try (Stream<Path> all = Files.walk(home.data())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void nobodyIsAskedWhenChecksAreOff() throws Exception {
        settings("check: off\n  url: " + server.at("/feed.json"));
        assertThat(wherry("upgrade")).isZero();
        assertThat(out.toString()).contains("updates.check is off", "the next start will use the guest image old");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aProgramFromSourceHasNobodyToAsk() throws Exception {
        Files.delete(config);
        assertThat(wherry("upgrade", "--check")).isZero();
        assertThat(out.toString()).contains("updates.url names no place to look");
    }

    @Test
    void aLookTellsOfWhatThereIsAndFetchesNothing() throws Exception {
        assertThat(wherry("upgrade", "--check")).isZero();
        assertThat(out.toString()).contains("Wherry 99.0 is there", "https://example.org/wherry", "Shiny.",
                "There is the guest image new", "old is in use", "Fewer bugs.");
        assertThat(server.requests()).doesNotContain("/images/kernel");
        assertThat(inUse()).isEqualTo(home.data().resolve("image"));

        server.requests().clear();
        assertThat(wherry("info")).isZero();
        assertThat(out.toString()).contains("99.0 is there: https://example.org/wherry");
        assertThat(server.requests()).as("info asks nobody").isEmpty();
    }

    @Test
    void withoutAMachineTheNewImageIsForTheFirstStart() throws Exception {
        assertThat(wherry("upgrade")).as(err.toString()).isZero();
        assertThat(err.toString()).contains("The first start will use the guest image new");
        assertThat(inUse()).isEqualTo(home.data().resolve("images/new"));

        assertThat(wherry("upgrade")).isZero();
        assertThat(out.toString()).contains("the next start will use the guest image new");
        assertThat(wherry("upgrade", "--back")).isZero();
        assertThat(inUse()).isEqualTo(home.data().resolve("image"));
        assertThat(wherry("upgrade", "--back")).isEqualTo(3);
    }

    @Test
    void anImageThatSomebodyElseSignedIsRefusedAndTheOneInUseStays() throws Exception {
        SampleImage.sign(served, KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        serve();
        assertThat(wherry("upgrade")).isEqualTo(3);
        assertThat(err.toString()).contains("not signed by a key that this program trusts", "Nothing was changed");
        assertThat(inUse()).isEqualTo(home.data().resolve("image"));
    }

    @Test
    void anOlderImageIsNotTaken() throws Exception {
        feed("older", 4);
        assertThat(wherry("upgrade")).isZero();
        assertThat(out.toString()).contains("the guest image older, which is older than the one here; it is not taken");
        assertThat(inUse()).isEqualTo(home.data().resolve("image"));
    }

    @Test
    void aFeedThatCannotBeReadIsNamed() throws Exception {
        server.put("/feed.json", "<html>".getBytes(UTF_8));
        assertThat(wherry("upgrade")).isEqualTo(1);
        assertThat(err.toString()).contains("/feed.json is no release feed", "Nothing was changed");
    }

    private void settings(String updates) throws IOException {
        Files.writeString(Files.createDirectories(config.getParent()).resolve(config.getFileName()),
                "updates:\n  " + updates + "\n");
    }

    private void serve() throws IOException {
        for (String name : List.of("manifest.json", "manifest.sig", "kernel", "initrd", "root.img")) {
            server.put("/images/" + name, Files.readAllBytes(served.resolve(name)));
        }
    }

    private void feed(String version, long serial) {
        server.put("/feed.json",
                """
                        {"format": 1, "program": {"version": "99.0", "url": "https://example.org/wherry", "notes": "Shiny."},
                         "images": [{"arch": "amd64", "version": "%s", "serial": %d, "url": "images", "notes": "Fewer bugs."}]}"""
                        .formatted(version, serial).getBytes(UTF_8));
    }

    private Path inUse() {
        return ImageLocation.in(home);
    }

    private int wherry(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(line).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(line);
    }
}
