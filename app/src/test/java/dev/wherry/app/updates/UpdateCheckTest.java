// When the release feed is asked, with a real server and a clock that the test sets.
package dev.wherry.app.updates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.wherry.app.release.Release;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.UpdateSettings;
import dev.wherry.engine.fetch.FileServer;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.SampleImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UpdateCheckTest {

    private static final String FEED = "/feed.json";
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

    @TempDir
    private Path home;
    private final FileServer server = new FileServer();
    private Directories directories;
    private Instant now = START;
    private boolean online = true;
    private UpdateSettings settings = new UpdateSettings(true, Optional.of(server.at(FEED).toString()));
    private UpdateCheck check;

    UpdateCheckTest() throws IOException {
    }

    @BeforeEach
    void begin() throws IOException {
        directories = new Directories(home.resolve("config"), home.resolve("data"), home.resolve("logs"),
                home.resolve("run"));
        SampleImage.write(directories.data().resolve("image"), "old", 5);
        feed("99.0", 6);
        check = newCheck();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private UpdateCheck newCheck() {
        return new UpdateCheck(directories, () -> settings, () -> now, address -> online);
    }

    private void feed(String version, long serial) {
        server.put(FEED,
                """
                        {"format": 1, "program": {"version": "%s", "url": "https://example.org/wherry", "notes": "Shiny."},
                         "images": [{"arch": "amd64", "version": "new", "serial": %d, "url": "images", "notes": "Fewer bugs."}]}"""
                        .formatted(version, serial).getBytes(UTF_8));
    }

    private void after(Duration time) throws InterruptedException {
        now = now.plus(time);
        check.turn();
    }

    private int asked() {
        return server.requests().size();
    }

    private Look look() {
        return check.view().get().look();
    }

    private List<Update> updates() {
        return check.view().get().updates();
    }

    @Test
    void theFirstLookIsSomeMinutesAfterTheStartAndTheNextADayLater() throws Exception {
        check.turn();
        assertThat(look()).isEqualTo(new Look.Never());
        after(Duration.ofMinutes(4));
        assertThat(asked()).isZero();
        after(Duration.ofMinutes(1));
        assertThat(asked()).isOne();
        assertThat(look()).isEqualTo(new Look.Done(now));
        after(Duration.ofHours(23));
        assertThat(asked()).isOne();
        after(Duration.ofHours(1));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void whatIsNewerIsThereWithItsNotesAndNothingButTheFeedIsFetched() throws Exception {
        after(UpdateCheck.FIRST);
        assertThat(updates()).containsExactly(
                new Update(Update.Kind.PROGRAM, "99.0", Release.number(), "https://example.org/wherry", "Shiny."),
                new Update(Update.Kind.IMAGE, "new", "old", "", "Fewer bugs."));
        assertThat(server.requests()).containsExactly(FEED);
    }

    @Test
    void whatIsNotNewerIsNotThere() throws Exception {
        feed("0.0.1", 5);
        after(UpdateCheck.FIRST);
        assertThat(asked()).isOne();
        assertThat(updates()).isEmpty();
    }

    @Test
    void thereIsNoConnectionAtAllWhenLooksAreOff() throws Exception {
        try (Doorbell bell = new Doorbell()) {
            settings = new UpdateSettings(false, Optional.of(bell.url()));
            pass(5);
            assertThat(bell.hasRung()).isFalse();
            assertThat(bell.works()).isTrue();
        }
        assertThat(look()).isEqualTo(new Look.Off());
    }

    private void pass(int days) throws InterruptedException {
        for (int day = 0; day < days; day++) {
            after(UpdateCheck.USUAL);
        }
    }

    @Test
    void switchingLooksOffTakesTheNewsAwayAtOnceAndOnBringsItBackWithoutALook() throws Exception {
        after(UpdateCheck.FIRST);
        Optional<String> url = settings.url();
        settings = new UpdateSettings(false, url);
        check.turn();
        assertThat(updates()).isEmpty();
        settings = new UpdateSettings(true, url);
        check.turn();
        assertThat(updates()).hasSize(2);
        assertThat(asked()).isOne();
    }

    @Test
    void aProgramFromSourceHasNobodyToAsk() throws Exception {
        settings = new UpdateSettings(true, Optional.of(UpdateSettings.NOWHERE));
        after(UpdateCheck.USUAL);
        assertThat(look()).isEqualTo(new Look.Nowhere());
    }

    @Test
    void nobodyIsAskedWhileTheSettingsCannotBeRead() throws Exception {
        check = new UpdateCheck(directories, () -> {
            throw new ConfigException("wherry.yaml, line 1: nonsense", "");
        }, () -> now, address -> true);
        after(UpdateCheck.USUAL);
        assertThat(asked()).isZero();
        assertThat(check.view().get()).isEqualTo(UpdateView.UNREAD);
    }

    @Test
    void anotherStartKnowsWhatTheLastOneFoundAndAsksNoSoonerForIt() throws Exception {
        after(UpdateCheck.FIRST);
        check = newCheck();
        check.turn();
        assertThat(updates()).hasSize(2);
        after(Duration.ofHours(1));
        assertThat(asked()).isOne();
        after(UpdateCheck.USUAL);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void anotherFeedIsAskedAnew() throws Exception {
        after(UpdateCheck.FIRST);
        server.put("/other.json", "{\"format\": 1}".getBytes(UTF_8));
        settings = new UpdateSettings(true, Optional.of(server.at("/other.json").toString()));
        after(Duration.ofMinutes(1));
        assertThat(server.requests()).containsExactly(FEED, "/other.json");
        assertThat(updates()).isEmpty();
    }

    @Test
    void aFailureIsToldWithItsCauseAndTriedAgainEverMoreSeldom() throws Exception {
        server.put(FEED, "<html>".getBytes(UTF_8));
        after(UpdateCheck.FIRST);
        assertThat(look()).isInstanceOfSatisfying(Look.Failed.class, failed -> {
            assertThat(failed.at()).isEqualTo(now);
            assertThat(failed.why()).contains(FEED + " is no release feed");
        });
        for (int hours : new int[]{1, 2, 4, 8, 16, 24, 24}) {
            int before = asked();
            after(Duration.ofHours(hours).minusMinutes(1));
            assertThat(asked()).isEqualTo(before);
            after(Duration.ofMinutes(1));
            assertThat(asked()).isEqualTo(before + 1);
        }
        feed("99.0", 6);
        after(UpdateCheck.USUAL);
        assertThat(look()).isEqualTo(new Look.Done(now));
        assertThat(updates()).hasSize(2);
    }

    @Test
    void aFailureLeavesWhatWasKnown() throws Exception {
        after(UpdateCheck.FIRST);
        server.close();
        after(UpdateCheck.USUAL);
        assertThat(look()).isInstanceOf(Look.Failed.class);
        assertThat(updates()).hasSize(2);
    }

    @Test
    void withoutANetworkNobodyIsAskedAndWithOneAtOnce() throws Exception {
        online = false;
        Optional<String> url = settings.url();
        try (Doorbell bell = new Doorbell()) {
            settings = new UpdateSettings(true, Optional.of(bell.url()));
            pass(5);
            assertThat(bell.hasRung()).isFalse();
        }
        assertThat(look()).isEqualTo(new Look.Never());
        settings = new UpdateSettings(true, url);
        online = true;
        after(Duration.ofMinutes(1));
        assertThat(asked()).isOne();
    }

    @Test
    void anUpgradeThatWasMadeIsNoNewsAnyMore() throws Exception {
        after(UpdateCheck.FIRST);
        SampleImage.write(directories.data().resolve("image"), "new", 6);
        after(Duration.ofMinutes(1));
        assertThat(updates()).extracting(Update::kind).containsExactly(Update.Kind.PROGRAM);
        assertThat(asked()).isOne();
    }

    @Test
    void aPageThatIsNoneOfTheWebIsNotOffered() throws Exception {
        server.put(FEED, """
                {"format": 1, "program": {"version": "99.0", "url": "file:///etc/passwd"}}""".getBytes(UTF_8));
        after(UpdateCheck.FIRST);
        assertThat(updates()).singleElement().extracting(Update::page).isEqualTo("");
    }

    @Test
    void aClockThatWasPutBackDoesNotKeepItWaiting() throws Exception {
        after(UpdateCheck.FIRST);
        now = START.minus(Duration.ofDays(3000));
        check.turn();
        assertThat(asked()).isEqualTo(2);
        after(Duration.ofMinutes(1));
        assertThat(asked()).as("and then it is once a day again").isEqualTo(2);
    }

    @Test
    void whereThereIsNoDataNoneIsMadeAndALookCountsAllTheSame() throws Exception {
        directories = new Directories(home.resolve("config"), home.resolve("none"), home.resolve("logs"),
                home.resolve("run"));
        check = newCheck();
        after(UpdateCheck.FIRST);
        after(Duration.ofMinutes(1));
        assertThat(asked()).isOne();
        assertThat(updates()).hasSize(1);
        assertThat(Files.exists(home.resolve("none"))).isFalse();
    }

    @Test
    void aDamagedMemoryIsPassedOver() throws Exception {
        Files.writeString(directories.data().resolve("release-feed.json"), "{\"at\": \"yesterday\"}");
        after(UpdateCheck.FIRST);
        assertThat(updates()).hasSize(2);
    }
}
