// What the user is told of newer versions, and what not any more.
package dev.wherry.app.updates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.wherry.app.preferences.PreferencesFile;
import dev.wherry.app.updates.Update.Kind;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.fetch.FileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpdatesModelTest extends DeskTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Locale locale = Locale.getDefault();
    private final FileServer server = new FileServer();
    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    private UpdateCheck check;
    private UpdatesModel model;

    UpdatesModelTest() throws IOException {
    }

    @BeforeEach
    void begin() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        Files.createDirectories(desk.directories().data());
        write("updates:\n  url: " + server.at("/feed.json") + "\n");
        offer("99.0");
        check = new UpdateCheck(desk.directories(), desk.settings()::updates, () -> now, Network::mayReach);
        model = new UpdatesModel(check.view(), desk.preferences(), desk.jobs());
        scope.add(model);
    }

    @AfterEach
    void end() {
        server.close();
        Locale.setDefault(locale);
    }

    private void offer(String version) {
        server.put("/feed.json",
                "{\"format\": 1, \"program\": {\"version\": \"%s\", \"url\": \"https://example.org/\"}}"
                        .formatted(version).getBytes(UTF_8));
    }

    private void look() throws InterruptedException {
        now = now.plus(UpdateCheck.USUAL);
        check.turn();
    }

    private List<String> announced() {
        return model.announced().get().updates().stream().map(Update::version).toList();
    }

    private void dismiss() throws InterruptedException {
        assertThat(model.dismiss(model.announced().get().updates()).join(LIMIT)).isTrue();
    }

    @Test
    void whatIsFoundIsAnnounced() throws Exception {
        assertThat(announced()).isEmpty();
        look();
        assertThat(announced()).containsExactly("99.0");
    }

    @Test
    void theSettingOfTheMachinesFileSwitchesItOff() throws Exception {
        try (Doorbell bell = new Doorbell()) {
            write("updates:\n  check: off\n  url: " + bell.url() + "\n");
            look();
            assertThat(bell.hasRung()).isFalse();
        }
        assertThat(new UpdateWords().looked(model.all().get()))
                .isEqualTo("Newer versions are not looked for: updates.check is off.");
    }

    @Test
    void whatWasDismissedStaysDismissedAndALaterVersionIsAnnounced() throws Exception {
        look();
        dismiss();
        assertThat(announced()).isEmpty();
        assertThat(model.all().get().updates()).as("who asks is told").hasSize(1);

        PreferencesFile onDisk = new PreferencesFile(desk.directories().config().resolve("desktop.json"));
        UpdatesModel next = new UpdatesModel(check.view(), onDisk, desk.jobs());
        scope.add(next);
        look();
        assertThat(next.announced().get().updates()).isEmpty();

        offer("100.0");
        look();
        assertThat(announced()).containsExactly("100.0");
    }

    @Test
    void theWordsSayWhichVersionWhatIsNewAndWhatToDo() {
        UpdateWords words = new UpdateWords();
        Update program = new Update(Kind.PROGRAM, "2.0", "1.0", "https://example.org/", "Shiny.\n\nAnd fast.");
        Update image = new Update(Kind.IMAGE, "27-b", "26-a", "", "");
        assertThat(words.headline(List.of(program))).isEqualTo("Wherry 2.0 is there");
        assertThat(words.headline(List.of(program, image))).isEqualTo("Wherry 2.0 and the guest image 27-b are there");
        assertThat(words.notes(List.of(program, image))).isEqualTo("Shiny. And fast.");
        assertThat(words.title(image)).isEqualTo("Guest image 27-b; 26-a is in use");
        assertThat(words.advice(image)).startsWith("Run \"wherry upgrade\" in a terminal.");
        assertThat(words.advice(program)).startsWith("Download it");
    }

    @Test
    void theWordsSayWhenTheLastLookWasAndWhyItFailed() throws Exception {
        UpdateWords words = new UpdateWords();
        assertThat(words.looked(model.all().get())).isEqualTo("Wherry has not looked for newer versions yet.");
        look();
        assertThat(words.looked(model.all().get())).contains("May 2, 2026", "Wherry 99.0 is there.");
        server.put("/feed.json", "<html>".getBytes(UTF_8));
        look();
        assertThat(words.looked(model.all().get())).startsWith("Could not look for newer versions on May 3, 2026")
                .contains("/feed.json is no release feed");
    }

    @Test
    void theAppsWatchTellsOfWhatWasReadBeforeWithoutAskingAnybody() throws Exception {
        look();
        KnownFeed known = KnownFeed.in(desk.directories().data());
        KnownFeed.Reading last = known.last().orElseThrow();
        known.remember(Instant.now(), last.address(), last.feed());
        server.requests().clear();
        desk.watchForUpdates();
        await().atMost(LIMIT).until(() -> !desk.updates().announced().get().updates().isEmpty());
        assertThat(server.requests()).isEmpty();
    }
}
