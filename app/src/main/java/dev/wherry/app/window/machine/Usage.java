// What the machine uses just now.
package dev.wherry.app.window.machine;

import java.time.Duration;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * What the machine uses of what it has.
 *
 * @param sample what the guest said last; null while it has said nothing
 * @param cpu    how much of its processors' time, from 0 to 1; empty before the second reading
 */
record Usage(@Nullable GuestSample sample, OptionalDouble cpu) {

    /** Before the guest has said anything. */
    static final Usage UNKNOWN = new Usage(null, OptionalDouble.empty());

    Usage after(GuestSample next) {
        return new Usage(next, sample == null ? OptionalDouble.empty() : next.load(sample));
    }

    /** Since when the guest runs; zero when it has not said. */
    Duration uptime() {
        return sample == null ? Duration.ZERO : sample.uptime();
    }
}
