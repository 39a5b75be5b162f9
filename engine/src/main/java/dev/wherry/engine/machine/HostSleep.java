// Whether the host has slept, or its clock was set.
package dev.wherry.engine.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Compares the host's two clocks. Where the monotonic one stands still during sleep (Linux, macOS), the other one has jumped
 * against it afterwards; where it does not (Windows), a short wait has taken long. The same jump is seen when somebody sets the clock.
 */
final class HostSleep {

    /** Below the two clocks' disagreement after any sleep worth the name; far above what NTP does to one of them in seconds. */
    static final Duration JUMP = Duration.ofMillis(500);
    /** How late a wait may end on a computer that is only busy. */
    static final Duration DELAY = Duration.ofSeconds(3);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;

    /** Compares the system's clocks. */
    HostSleep() {
        this(InstantSource.system(), System::nanoTime);
    }

    HostSleep(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /** Compares anew from now on. */
    void restart() {
        lastWall = wall.instant();
        lastNanos = nanos.getAsLong();
    }

    /**
     * Whether it has happened since the last call, or since {@link #restart}.
     *
     * @param waited how long the caller has meant to wait in between
     */
    boolean hasHappened(Duration waited) {
        Instant wallBefore = lastWall;
        long nanosBefore = lastNanos;
        restart();
        Duration passed = Duration.ofNanos(lastNanos - nanosBefore);
        Duration jump = Duration.between(wallBefore, lastWall).minus(passed);
        return jump.abs().compareTo(JUMP) > 0 || passed.minus(waited).compareTo(DELAY) > 0;
    }
}
