// What the guest's own words mean.
package dev.wherry.app.window.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class GuestSampleTest {

    private static final List<String> EARLIER = List.of("cpu  100 0 50 800 50 0 0 0 0 0",
            "MemTotal:        2000000 kB", "MemAvailable:    1500000 kB", "uptime 90061.52",
            "/dev/vdb         66015320  21000000  41000000  34% /data");
    private static final List<String> LATER = List.of("cpu  130 0 70 850 50 0 0 0 0 0");

    @Test
    void memoryDiskAndUptimeAreRead() {
        GuestSample sample = GuestSample.parse(EARLIER);
        assertThat(sample.memory()).isEqualTo(new GuestSample.Share(500_000L * 1024, 2_000_000L * 1024));
        assertThat(sample.disk()).as("what is kept for root is not counted, as df does it")
                .isEqualTo(new GuestSample.Share(21_000_000L * 1024, 62_000_000L * 1024));
        assertThat(sample.uptime()).isEqualTo(Duration.ofSeconds(90_061));
        assertThat(sample.memory().fraction()).isEqualTo(0.25);
    }

    @Test
    void theProcessorsLoadIsWhatWasBusyBetweenTwoReadings() {
        GuestSample earlier = GuestSample.parse(EARLIER);
        assertThat(GuestSample.parse(LATER).load(earlier)).hasValue(0.5);
        assertThat(earlier.load(earlier)).as("no time has passed").isEmpty();
        assertThat(earlier.load(GuestSample.parse(LATER))).as("the guest was restarted between").isEmpty();
    }

    @Test
    void whatTheGuestDoesNotSayIsNothing() {
        GuestSample sample = GuestSample.parse(List.of("sh: df: not found", "uptime soon"));
        assertThat(sample.memory().fraction()).isZero();
        assertThat(sample.disk().total()).isZero();
        assertThat(sample.uptime()).isZero();
    }
}
