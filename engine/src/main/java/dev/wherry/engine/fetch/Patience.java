// How long fetching may take, and how often it is tried.
package dev.wherry.engine.fetch;

import java.time.Duration;

/**
 * Limits of fetching.
 *
 * @param silence  how long a server may say nothing
 * @param attempts how often in a row a file may be tried without getting any further, 1 or more
 * @param pause    between attempts; it grows with each
 * @param whole    for one file, whatever happens
 */
public record Patience(Duration silence, int attempts, Duration pause, Duration whole) {

    /** What people with a slow network can live with. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), 5, Duration.ofSeconds(1),
            Duration.ofHours(4));
}
