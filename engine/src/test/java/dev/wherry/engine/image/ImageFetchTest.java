// Which guest images are let in, and which one is in use.
package dev.wherry.engine.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.fetch.FetchException;
import dev.wherry.engine.fetch.Fetcher;
import dev.wherry.engine.fetch.FileServer;
import dev.wherry.engine.fetch.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImageFetchTest {

    @TempDir
    private Path folder;
    private Path data;
    private ImageStore store;
    private FileServer server;
    private Fetcher fetcher;
    private GuestImage.Manifest inUse;

    @BeforeEach
    void serveAnImage() throws Exception {
        data = folder.resolve("data");
        store = new ImageStore(data);
        inUse = GuestImage.open(SampleImage.write(data.resolve("image"), "old", 5)).manifest();
        server = new FileServer();
        fetcher = new Fetcher(Map.of(),
                new Patience(Duration.ofSeconds(5), 3, Duration.ofMillis(1), Duration.ofSeconds(30)));
        serve("new", 6);
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    private void serve(String version, long serial) throws Exception {
        Path image = SampleImage.write(folder.resolve("served"), version, serial);
        for (String name : List.of("manifest.json", "manifest.sig", "kernel", "initrd", "root.img")) {
            server.put("/images/" + name, Files.readAllBytes(image.resolve(name)));
        }
        feed("""
                {"format": 1, "program": {"version": "9.0", "url": "https://example.org/"},
                 "images": [{"arch": "arm64", "version": "x", "serial": 1, "url": "no/"},
                            {"arch": "amd64", "version": "%s", "serial": %d, "url": "images", "notes": "Faster."}]}"""
                .formatted(version, serial));
    }

    private void feed(String text) {
        server.put("/feed.json", text.getBytes(UTF_8));
    }

    @Test
    void aNewerImageIsFetchedAndInUseOnlyWhenItIsChosen() throws Exception {
        List<Double> progress = new ArrayList<>();
        images().fetch(find(), progress::add);
        assertThat(progress).isSorted().last().isEqualTo(1.0);
        GuestImage image = GuestImage.open(store.folderOf("new"));
        new ImageVerifier(folder.resolve("passed"), TrustedKeys.ofThisProgram()).verify(image);

        assertThat(ImageLocation.in(data)).isEqualTo(data.resolve("image"));
        store.choose("new");
        assertThat(ImageLocation.in(data)).isEqualTo(store.folderOf("new"));
        assertThat(store.goBack()).isTrue();
        assertThat(ImageLocation.in(data)).isEqualTo(data.resolve("image"));
        assertThat(store.goBack()).as("there is none before that").isFalse();
    }

    @Test
    void aNewVersionOfTheProgramMayBringANewerImage() throws Exception {
        images().fetch(find(), done -> {
        });
        store.choose("new");
        SampleImage.write(data.resolve("image"), "newest", 7);
        assertThat(ImageLocation.in(data)).isEqualTo(data.resolve("image"));
    }

    @Test
    void anImageThatWasDamagedAfterItWasFetchedIsNotPassedOverInSilence() throws Exception {
        images().fetch(find(), done -> {
        });
        store.choose("new");
        Files.writeString(store.folderOf("new").resolve("kernel"), "short");
        assertThat(ImageLocation.in(data)).isEqualTo(store.folderOf("new"));
    }

    @Test
    void theImageBeforeIsKeptAndOlderOnesAreDeleted() throws Exception {
        for (String version : List.of("one", "two", "three")) {
            SampleImage.write(store.folderOf(version), version, 6);
            store.choose(version);
        }
        assertThat(store.folderOf("one")).doesNotExist();
        assertThat(store.folderOf("two")).isDirectory();
        assertThat(store.folderOf("three")).isDirectory();
    }

    @Test
    void anImageThatDidNotComeUpIsNotFetchedAgainButLookedOver() throws Exception {
        images().fetch(find(), done -> {
        });
        Files.writeString(store.folderOf("new").resolve("initrd"), "damaged");
        server.requests().clear();
        images().fetch(find(), done -> {
        });
        assertThat(server.requests()).contains("/images/initrd").doesNotContain("/images/kernel", "/images/root.img");
    }

    @Test
    void anOlderImageIsRefusedWhateverTheFeedSays() throws Exception {
        serve("older", 4);
        assertThatThrownBy(this::find).isInstanceOf(ImageException.class).hasMessageContaining("not newer");
        feed(feedOf("older", 9));
        assertThatThrownBy(this::find).isInstanceOf(ImageException.class)
                .hasMessageContaining("not what was announced");
    }

    @Test
    void theSameImageUnderAnotherNameIsRefused() {
        feed(feedOf("newer", 6));
        assertThatThrownBy(this::find).isInstanceOf(ImageException.class)
                .hasMessageContaining("not what was announced");
    }

    @Test
    void anImageSignedWithAnotherKeyIsRefusedBeforeItIsFetched() throws Exception {
        SampleImage.sign(folder.resolve("served"), SampleImage.newKey().getPrivate());
        server.put("/images/manifest.sig", Files.readAllBytes(folder.resolve("served/manifest.sig")));
        assertThatThrownBy(this::find).isInstanceOf(ImageException.class).hasMessageContaining("not signed by a key");
        assertThat(server.requests()).doesNotContain("/images/root.img");
    }

    @Test
    void aDamagedPartIsRefusedAndNothingOfItIsTakenIn() throws Exception {
        server.put("/images/root.img", "root.img of odd".getBytes(UTF_8));
        ImageFetch.Found found = find();
        assertThatThrownBy(() -> images().fetch(found, done -> {
        })).isInstanceOf(FetchException.class).hasMessageContaining("root.img");
        assertThat(store.folderOf("new")).doesNotExist();
        assertThat(ImageLocation.in(data)).isEqualTo(data.resolve("image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Not found</html>", "", "[]", "{\"format\": 2}",
            "{\"format\": 1, \"images\": [{\"version\": \"x\"}]}", "{\"format\": 1, \"images\": 3}"})
    void whatIsNoFeedIsNamedByItsAddress(String text) {
        feed(text);
        assertThatThrownBy(this::find).isInstanceOf(FetchException.class)
                .hasMessageContaining("/feed.json is no release feed");
    }

    @Test
    void nothingThatATerminalWouldObeyComesOutOfAFeed() throws Exception {
        feed("{\"format\": 1, \"program\": {\"version\": \"1\\n\\u001b[2J\", \"url\": \"u\", \"notes\": \"a\\nb\\u0007\"}}");
        ReleaseFeed.Program program = ReleaseFeed.fetch(fetcher, server.at("/feed.json")).program();
        assertThat(program).isEqualTo(new ReleaseFeed.Program("1[2J", "u", "a\nb"));
    }

    @Test
    void anOfferOfNothingIsNone() throws Exception {
        feed("{\"format\": 1, \"images\": [null]}");
        assertThat(ReleaseFeed.fetch(fetcher, server.at("/feed.json")).imageFor("amd64")).isEmpty();
    }

    private String feedOf(String version, long serial) {
        return "{\"format\": 1, \"images\": [{\"arch\": \"amd64\", \"version\": \"" + version + "\", \"serial\": "
                + serial
                + ", \"url\": \"images/\"}]}";
    }

    private ImageFetch images() {
        return new ImageFetch(fetcher, store, TrustedKeys.ofThisProgram());
    }

    private ImageFetch.Found find() throws Exception {
        ReleaseFeed feed = ReleaseFeed.fetch(fetcher, server.at("/feed.json"));
        return images().find(feed.imageFor("amd64").orElseThrow(), server.at("/feed.json"), inUse);
    }
}
