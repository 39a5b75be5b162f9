// Whether more lines are to be expected.
package dev.wherry.app.window.container;

/**
 * How the reading of a log stands.
 *
 * @param phase what is going on
 * @param cause why it failed; empty unless it did
 */
record LogStatus(Phase phase, String cause) {

    /** What is going on. */
    enum Phase {
        /** The log is being asked for. */
        LOADING,
        /** What the container writes appears. */
        FOLLOWING,
        /** The container has stopped; this is all. */
        ENDED,
        /** The log cannot be read; it is tried again. */
        FAILED
    }

    static LogStatus of(Phase phase) {
        return new LogStatus(phase, "");
    }
}
