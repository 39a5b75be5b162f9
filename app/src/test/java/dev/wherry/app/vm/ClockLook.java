// A look at the guest's clock.
package dev.wherry.app.vm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** What the guest's clock showed at some time between question and answer. */
record ClockLook(Instant asked, Instant guest, Instant answered) {

    /** Looks now: {@code seconds} asks the guest for its EPOCHREALTIME. */
    static ClockLook at(Callable<String> seconds) throws Exception {
        Instant asked = Instant.now();
        String answer = seconds.call();
        Instant answered = Instant.now();
        long micros = new BigDecimal(answer).movePointRight(6).longValue();
        return new ClockLook(asked, Instant.EPOCH.plusNanos(micros * 1000), answered);
    }

    Duration roundTrip() {
        return Duration.between(asked, answered);
    }

    /** By how much it is beside this computer's, as far as that can be known: if the way there took as long as the way back. */
    Duration difference() {
        return Duration.between(asked.plus(roundTrip().dividedBy(2)), guest).abs();
    }

    /** Whether it may be beside this computer's by less than {@code limit}. */
    boolean isWithin(Duration limit) {
        return guest.isAfter(asked.minus(limit)) && guest.isBefore(answered.plus(limit));
    }
}
