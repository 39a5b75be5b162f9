// One thing that can be looked at.
package dev.wherry.engine.doctor;

import java.time.Duration;

/** A self-check. It changes nothing, and it looks anew each time it is made. */
public interface Check {

    /** Its name for programs: lower-case letters and {@code -}. */
    String id();

    /** Its name for people. */
    String title();

    /** How long it may take. */
    default Duration deadline() {
        return Duration.ofSeconds(30);
    }

    /**
     * Looks.
     *
     * @throws Exception when it cannot; the message becomes the cause
     */
    Finding run() throws Exception;
}
