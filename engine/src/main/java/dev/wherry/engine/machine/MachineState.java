// The states of a machine and the ways between them.
package dev.wherry.engine.machine;

import java.util.EnumSet;
import java.util.Set;

/** What a machine is doing. {@link #mayBecome} is the whole table of legal transitions. */
public enum MachineState {

    /** It has no disk yet, or no longer. */
    ABSENT,
    /** It has a disk, and no VM runs. */
    STOPPED,
    /** The VM boots, or one that was found running is being joined. */
    STARTING,
    /** The engine answers. */
    RUNNING,
    /** The VM is held still. */
    PAUSED,
    /** The VM is shutting down. */
    STOPPING,
    /** A start failed or the VM was lost; the status has the cause. */
    FAILED;

    /** Whether a machine in this state may go over to {@code next}. */
    public boolean mayBecome(MachineState next) {
        return successors().contains(next);
    }

    private Set<MachineState> successors() {
        return switch (this) {
            case ABSENT -> EnumSet.of(STOPPED, STARTING);
            case STOPPED -> EnumSet.of(STARTING, ABSENT);
            case STARTING -> EnumSet.of(RUNNING, STOPPING, FAILED);
            case RUNNING -> EnumSet.of(PAUSED, STOPPING, STOPPED, FAILED);
            case PAUSED -> EnumSet.of(RUNNING, STOPPING, FAILED);
            case STOPPING -> EnumSet.of(STOPPED, FAILED);
            case FAILED -> EnumSet.of(STARTING, STOPPING, STOPPED, ABSENT);
        };
    }
}
