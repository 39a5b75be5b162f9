// What a VM reports of its own accord.
package dev.wherry.engine.hypervisor;

/** Something that has happened to a running VM. */
public enum VmEvent {
    /** Its processors were stopped. */
    PAUSED,
    /** Its processors run again. */
    RESUMED,
    /** The guest reboots: every connection into it is lost. */
    RESET,
    /** The guest has shut down, or somebody asked the hypervisor to end; the process ends next. */
    SHUTDOWN,
    /** The host could not read or store a block of a disk. */
    DISK_ERROR,
    /** The guest's kernel has panicked. */
    CRASHED
}
