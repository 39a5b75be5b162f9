// What comparing and setting the guest's clock promises.
package dev.wherry.engine.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import dev.wherry.engine.guest.GuestClock.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuestClockTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000, 999_000_000);
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final TestSshd SERVER = new TestSshd();

    private final AnsweringGuest guest = new AnsweringGuest();
    private final GuestClock clock = new GuestClock(guest, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void aGuestThatSleptIsBehind() throws Exception {
        guest.answer = question -> "1799999400.999000";
        Reading reading = clock.read(SOON);
        assertThat(reading.ahead()).isBetween(Duration.ofMinutes(-10),
                Duration.ofMinutes(-10).plus(reading.roundTrip()));
        assertThat(reading.isOffByMoreThan(Duration.ofMinutes(9))).isTrue();
        assertThat(reading.isOffByMoreThan(Duration.ofMinutes(11))).isFalse();
    }

    @Test
    void aSlowAnswerProvesNoDifference() {
        assertThat(new Reading(Duration.ofMillis(-300), Duration.ofMillis(700)).isOffByMoreThan(Duration.ZERO))
                .isFalse();
    }

    @Test
    void aRealShellTellsTheTimeAgainAndAgain() throws Exception {
        try (SshGuest real = SERVER.connect(); GuestClock same = new GuestClock(real)) {
            int channels = 0;
            for (int i = 0; i < 3; i++) {
                Reading reading = same.read(SOON);
                assertThat(reading.isOffByMoreThan(Duration.ZERO)).as("%s", reading).isFalse();
                channels = real.openChannels();
            }
            same.read(SOON);
            assertThat(real.openChannels()).as("one shell answers all").isEqualTo(channels);
        }
    }

    @Test
    void itIsSetAtAWholeSecondOrRoughlyAtOnceAndSlewedInMicroseconds() throws Exception {
        clock.setRoughly();
        clock.set();
        clock.slew(Duration.ofMillis(-30));
        assertThat(guest.questions).containsExactly("set 1800000000", "set 1800000001", "slew -30000");
    }

    @Test
    void aRefusalSaysWhatTheGuestSaid() {
        guest.answer = question -> "date: can't set date: Operation not permitted";
        assertThatThrownBy(clock::set).isInstanceOf(IOException.class).hasMessageContaining("not permitted");
    }

    @Test
    void aGuestThatDoesNotAnswerIsGivenUpAndAskedAnewTheNextTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        guest.answer = question -> asked.incrementAndGet() == 1 ? "" : "1800000000.999000";
        assertThatThrownBy(() -> clock.read(Duration.ofMillis(50))).isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer within 50 ms");
        assertThat(guest.latest().isClosed()).isTrue();
        assertThat(clock.read(SOON).isOffByMoreThan(Duration.ofMillis(1))).isFalse();
        assertThat(guest.started).hasValue(2);
    }

    @Test
    void aLostConnectionIsAFailureAtOnceAndTheNextQuestionStartsAnew() throws Exception {
        guest.answer = question -> "1800000000.999000";
        clock.read(SOON);
        guest.latest().close();
        assertThatThrownBy(() -> clock.read(SOON)).isInstanceOf(IOException.class);
        clock.read(SOON);
        assertThat(guest.started).hasValue(2);
    }

    @Test
    void theLineForPeopleSetsTheNearestSecond() {
        assertThat(GuestClock.lineThatSets(NOW)).isEqualTo("date -s @1800000001");
    }
}
