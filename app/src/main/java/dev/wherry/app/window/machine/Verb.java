// What can be done with the machine as a whole.
package dev.wherry.app.window.machine;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.wherry.app.watch.MachineView;

/** The commands of the page. */
enum Verb {
    START,
    STOP,
    RESTART,
    PAUSE,
    RESUME,
    /** Power cut and start. */
    RESET,
    /** Delete all that is on the data disk. */
    EMPTY;

    /** Its name in the texts and of its control. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that make sense now. */
    static Set<Verb> of(MachineView machine) {
        if (machine.lost() != null) {
            return EnumSet.noneOf(Verb.class);
        }
        return switch (machine.state()) {
            case ABSENT -> EnumSet.of(START);
            case STOPPED, FAILED -> EnumSet.of(START, EMPTY);
            case STARTING -> EnumSet.of(STOP);
            case RUNNING -> EnumSet.of(STOP, RESTART, PAUSE, RESET, EMPTY);
            case PAUSED -> EnumSet.of(RESUME, STOP, RESET, EMPTY);
            case STOPPING -> EnumSet.noneOf(Verb.class);
        };
    }
}
