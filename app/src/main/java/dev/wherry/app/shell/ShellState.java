// How a shell is.
package dev.wherry.app.shell;

import dev.wherry.app.model.Failure;

/** What has become of a shell. */
public sealed interface ShellState {

    /** Whether there is a shell that would be ended. */
    default boolean runs() {
        return this instanceof Running;
    }

    /** Whether it has come to its end, so that another one can be had. */
    default boolean ended() {
        return !(this instanceof Opening || this instanceof Running);
    }

    /** It is being started. */
    record Opening() implements ShellState {
    }

    /** It can be typed to. */
    record Running() implements ShellState {
    }

    /** It has ended with an exit code, or with 128 + the number of the signal that ended it. */
    record Ended(int exitCode) implements ShellState {
    }

    /** There is none in the container. */
    record Missing() implements ShellState {
    }

    /** It could not be started. */
    record Refused(Failure failure) implements ShellState {
    }

    /** Its connection broke; what ran in it may still run. */
    record Lost(Failure failure) implements ShellState {
    }
}
