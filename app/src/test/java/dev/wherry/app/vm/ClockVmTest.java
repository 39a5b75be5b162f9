// The guest's clock while nothing happens to it.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class ClockVmTest {

    private static final Duration MOST = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int LOOKS = 5;

    @Test
    void itStaysWithinATenthOfASecond(Wherry wherry, TestReporter figures) throws Exception {
        watch(wherry, Duration.ofSeconds(30), figures);
    }

    @Test
    @Tag("soak")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void forTenMinutesToo(Wherry wherry, TestReporter figures) throws Exception {
        watch(wherry, Duration.ofMinutes(10), figures);
    }

    private static void watch(Wherry wherry, Duration howLong, TestReporter figures) throws Exception {
        wherry.run("up");
        Process guest = wherry.wherry("ssh", "while read question; do echo $EPOCHREALTIME; done").talk();
        List<Look> looks = new CopyOnWriteArrayList<>();
        try (BufferedReader answers = guest.inputReader(US_ASCII); OutputStream questions = guest.getOutputStream()) {
            // What an earlier test did to the clock is made good first.
            await().atMost(SOON).until(() -> best(questions, answers).isRight());
            await().pollInterval(PACE).during(howLong).atMost(howLong.plus(SOON)).until(() -> {
                looks.add(best(questions, answers));
                return looks.getLast().isRight();
            });
        } finally {
            guest.destroy();
            assertThat(guest.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        figures.publishEntry("clock of the guest over " + howLong, "%d looks, at most %d ms beside the host's"
                .formatted(looks.size(), looks.stream().mapToLong(Look::difference).max().orElseThrow()));
    }

    private record Look(Instant asked, Instant guest, Instant answered) {

        Duration roundTrip() {
            return Duration.between(asked, answered);
        }

        /** In milliseconds, as far as that can be known: if the way there took as long as the way back. */
        long difference() {
            return Duration.between(asked.plus(roundTrip().dividedBy(2)), guest).abs().toMillis();
        }

        /** Whether it may be: at some time between question and answer the guest read its clock. */
        boolean isRight() {
            return guest.isAfter(asked.minus(MOST)) && guest.isBefore(answered.plus(MOST));
        }
    }

    private static Look best(OutputStream questions, BufferedReader answers) {
        return Stream.generate(() -> look(questions, answers)).limit(LOOKS)
                .min(Comparator.comparing(Look::roundTrip)).orElseThrow();
    }

    private static Look look(OutputStream questions, BufferedReader answers) {
        try {
            Instant asked = Instant.now();
            questions.write('\n');
            questions.flush();
            String seconds = answers.readLine();
            Instant answered = Instant.now();
            long micros = new BigDecimal(seconds).movePointRight(6).longValue();
            return new Look(asked, Instant.EPOCH.plusNanos(micros * 1000), answered);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
