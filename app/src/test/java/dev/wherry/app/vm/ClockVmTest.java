// The guest's clock while nothing happens to it.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

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
        List<ClockLook> looks = new CopyOnWriteArrayList<>();
        try (BufferedReader answers = guest.inputReader(US_ASCII); OutputStream questions = guest.getOutputStream()) {
            // What an earlier test did to the clock is made good first.
            await().atMost(SOON).until(() -> best(questions, answers).isWithin(MOST));
            await().pollInterval(PACE).during(howLong).atMost(howLong.plus(SOON)).until(() -> {
                looks.add(best(questions, answers));
                return looks.getLast().isWithin(MOST);
            });
        } finally {
            guest.destroy();
            assertThat(guest.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        figures.publishEntry("clock of the guest over " + howLong, "%d looks, at most %d ms beside the host's"
                .formatted(looks.size(), looks.stream().map(ClockLook::difference).max(Comparator.naturalOrder())
                        .orElseThrow().toMillis()));
    }

    private static ClockLook best(OutputStream questions, BufferedReader answers) throws Exception {
        List<ClockLook> looks = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            looks.add(ClockLook.at(() -> {
                questions.write('\n');
                questions.flush();
                return answers.readLine();
            }));
        }
        return Collections.min(looks, Comparator.comparing(ClockLook::roundTrip));
    }
}
