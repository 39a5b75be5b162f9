// Whether the guest knows what time it is.
package dev.wherry.engine.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.wherry.engine.guest.GuestClock;

/** Compares the guest's clock with the host's: TLS, make and databases mind. */
final class ClockCheck extends GuestCheck {

    private static final Duration NOTICEABLE = Duration.ofSeconds(1);
    private static final Duration HARMFUL = Duration.ofSeconds(5);

    ClockCheck(Subject subject) {
        super(subject);
    }

    @Override
    public String id() {
        return "clock";
    }

    @Override
    public String title() {
        return "Guest clock";
    }

    @Override
    Finding judge(GuestFacts facts) {
        GuestFacts.ClockReading clock = facts.clock();
        if (!clock.isOffByMoreThan(NOTICEABLE)) {
            return Finding.passed(this, "agrees with this computer's");
        }
        String cause = String.format(Locale.ROOT, "The guest's clock is %.0f s %s this computer's.",
                clock.ahead().abs().toMillis() / 1e3, clock.ahead().isNegative() ? "behind" : "ahead of");
        String fix = subject().wherry() + " ssh \"date -s @$(date +%s)\"";
        return (clock.isOffByMoreThan(HARMFUL)
                ? Finding.failed(this, cause, fix)
                : Finding.warning(this, cause, fix)).fixedBy(this::set);
    }

    private String set() throws Exception {
        subject().shell().run(GuestClock.lineThatSets(Instant.now()), GuestAnswer.PATIENCE);
        return "Set the guest's clock to this computer's";
    }
}
