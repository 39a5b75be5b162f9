// What can be said of a machine at one moment.
package dev.wherry.engine.machine;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A machine's state with what belongs to it.
 *
 * @param state   what it is doing
 * @param since   when it began to
 * @param stage   the step of the start; null unless {@link MachineState#STARTING}
 * @param failure why it failed; null unless {@link MachineState#FAILED}
 */
public record MachineStatus(MachineState state, Instant since, @Nullable Stage stage, @Nullable Failure failure) {

    /**
     * The cause of a failure.
     *
     * @param stage   the stage that failed; null when the machine was running
     * @param message what went wrong
     * @param remedy  what to do about it
     * @param console the last lines of the serial log
     */
    public record Failure(@Nullable Stage stage, String message, String remedy, List<String> console) {
        public Failure {
            console = List.copyOf(console);
        }
    }
}
