// The guest's clock, which stands still while the host sleeps.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Reads the guest's clock and puts it right. A shell in the guest waits for questions, so that one costs next to nothing; it is
 * started with the first question, and anew after a lost connection. Not for several threads at once.
 */
public final class GuestClock implements AutoCloseable {

    /** How long the guest may take for an answer by default: one that boots, or whose host is busy, takes seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    // BusyBox's date takes whole seconds, and its shell tells the time by itself; other shells need date for that.
    private static final String PROGRAM = "exec 2>&1; while read -r word number; do case $word in"
            + " set) date -s \"@$number\" >/dev/null;;"
            + " slew) busybox adjtimex -q -o \"$number\" >/dev/null;;"
            + " esac; echo \"${EPOCHREALTIME:-$(date +%s.%N)}\"; done";
    private static final String READ = "read";

    /**
     * One look at both clocks.
     *
     * @param ahead     how far the guest's is ahead; negative when it is behind
     * @param roundTrip how long the answer took; {@code ahead} is wrong by half of it at most
     */
    public record Reading(Duration ahead, Duration roundTrip) {

        /** Whether the clocks are apart by more than {@code limit} for certain. */
        public boolean isOffByMoreThan(Duration limit) {
            return ahead.abs().minus(roundTrip.dividedBy(2)).compareTo(limit) > 0;
        }
    }

    private final LineTalk talk;
    private final InstantSource host;

    /** The clock of {@code guest}, to be compared with the system clock. */
    public GuestClock(Guest guest) {
        this(guest, InstantSource.system());
    }

    GuestClock(Guest guest, InstantSource host) {
        this.talk = new LineTalk(guest, PROGRAM);
        this.host = host;
    }

    /**
     * Looks at both clocks.
     *
     * @throws IOException when the guest is out of reach or does not tell its time within {@code deadline}
     */
    public Reading read(Duration deadline) throws IOException, InterruptedException {
        long before = System.nanoTime();
        String there = talk.ask(READ, deadline);
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
        // The host's clock may be set at any time, so that the difference of two looks at it would mean nothing.
        Instant here = host.instant().minus(roundTrip.dividedBy(2));
        return new Reading(Duration.between(here, parse(there)), roundTrip);
    }

    /**
     * Sets the guest's clock to the host's last whole second: at once, and by up to a second too early.
     *
     * @throws IOException when the guest is out of reach or refuses
     */
    public void setRoughly() throws IOException, InterruptedException {
        set(host.instant());
    }

    /**
     * Sets the guest's clock to the host's, to some milliseconds; takes up to a second, since it is only done at a whole one.
     *
     * @throws IOException when the guest is out of reach or refuses
     */
    public void set() throws IOException, InterruptedException {
        Instant now = host.instant();
        Instant next = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Thread.sleep(Duration.between(now, next));
        set(next);
    }

    private void set(Instant time) throws IOException, InterruptedException {
        parse(talk.ask("set " + time.getEpochSecond(), PATIENCE));
    }

    /**
     * Lets the guest's clock go faster or slower for a while, by 0.5 ms a second, instead of setting it.
     *
     * @param by how much it is to gain in all; negative for losing
     * @throws IOException when the guest is out of reach or refuses
     */
    public void slew(Duration by) throws IOException, InterruptedException {
        parse(talk.ask("slew " + by.toNanos() / 1_000, PATIENCE));
    }

    /** The line for the guest's shell that sets its clock to {@code now}, to the second. */
    public static String lineThatSets(Instant now) {
        return "date -s @%d".formatted(now.plusMillis(500).getEpochSecond());
    }

    // Whatever a command complains of comes in the place of the time. Some languages write a comma.
    private static Instant parse(String date) throws IOException {
        try {
            BigDecimal seconds = new BigDecimal(date.replace(',', '.'));
            return Instant.ofEpochSecond(seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        } catch (NumberFormatException e) {
            throw new IOException("Tried to use the guest's clock but failed because it says '" + date + "'", e);
        }
    }

    /** Ends the shell in the guest. */
    @Override
    public void close() {
        talk.close();
    }
}
