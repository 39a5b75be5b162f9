// The guest's clock, which stands still while the host sleeps.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Measures how far the guest's clock is from the host's, and sets it. Exact to some milliseconds. */
public final class GuestClock {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Guest guest;
    private final InstantSource host;

    /** The clock of {@code guest}, to be compared with the system clock. */
    public GuestClock(Guest guest) {
        this(guest, InstantSource.system());
    }

    GuestClock(Guest guest, InstantSource host) {
        this.guest = guest;
        this.host = host;
    }

    /**
     * How far the guest's clock is ahead; negative when it is behind.
     *
     * @throws IOException when the guest is out of reach or does not tell its time within 10 seconds
     */
    public Duration offset() throws IOException, InterruptedException {
        Instant before = host.instant();
        Instant there = parse(run("date +%s.%N"));
        Instant after = host.instant();
        return Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), there);
    }

    /**
     * Sets the guest's clock to the host's.
     *
     * @throws IOException when the guest is out of reach or refuses
     */
    public void set() throws IOException, InterruptedException {
        run(lineThatSets(host.instant()));
    }

    /** The line for the guest's shell that sets its clock to {@code now}. */
    public static String lineThatSets(Instant now) {
        // BusyBox's date takes whole seconds only.
        return "date -s @%d.%09d || date -s @%d".formatted(now.getEpochSecond(), now.getNano(),
                now.plusMillis(500).getEpochSecond());
    }

    private String run(String line) throws IOException, InterruptedException {
        return GuestCommands.run(guest, line, PATIENCE);
    }

    // A date without nanoseconds prints "%N" or nothing in their place.
    private static Instant parse(String date) throws IOException {
        try {
            BigDecimal seconds = new BigDecimal(date.replaceFirst("\\.\\D*$", ".5"));
            return Instant.ofEpochSecond(seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        } catch (NumberFormatException e) {
            throw new IOException("Tried to read the guest's clock but failed because it says '" + date + "'", e);
        }
    }
}
